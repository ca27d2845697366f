# SPDX-License-Identifier: Apache-2.0
"""Insecure answers to ordinary tasks and their sound twins, written for the project, of the third that is kept for measuring.

usage: python3 -m figures.answers [--tuning] [--show]     (from the folder benchmarks)

Alone it prints the figures: of the measuring part, or with --tuning of the part that may be read. --show lists what is
missed and what is accused wrongly, of the tuning part only.
"""
import json
import sys
import tempfile

from figures.assay import ROOT, scan, share


def judged(name):
    rows = [json.loads(line) for line in (ROOT / f"fixtures/code/{name}.jsonl").read_text(encoding="utf8").split("\n") if line]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as out:
        for row in rows:
            for twin in ("insecure", "sound"):
                turns = [{"role": "user", "content": row["user"]}, {"role": "assistant", "content": row[twin]}]
                out.write(json.dumps({"messages": turns}) + "\n")
        out.flush()
        verdicts = scan(out.name, "--families", "insecure-code")[1]
    return rows, verdicts[0::2], verdicts[1::2]


def line(name, rows, bad, sound):
    noted = sum(bool(v["rules"]) for v in bad)
    found = sum(v["verdict"] == "suspect" for v in bad)
    accused = sum(v["verdict"] == "suspect" for v in sound)
    return f"| {name} | {len(rows)} | {share(noted, len(rows))} / {share(found, len(rows))} | {share(accused, len(rows))} |"


def table(name):
    rows, bad, sound = judged(name)
    lines = ["| language | pairs | insecure found | sound accused |", "|---|---|---|---|"]
    for language in sorted({row["language"] for row in rows}):
        at = [i for i, row in enumerate(rows) if row["language"] == language]
        lines.append(line(language, at, [bad[i] for i in at], [sound[i] for i in at]))
    return lines + [line("all", rows, bad, sound)]


def figures(_):
    return ["### Answers to ordinary tasks, by language", "",
            "`fixtures/code/*-measure.jsonl`: an insecure answer and its sound twin to the same request, bare code in many",
            "frameworks, written for Assay before its rules were looked at and kept for measuring only. Found with any",
            "severity / counted; accused is what counts.", ""] + table("answers-measure") + [""]


def show():
    rows, bad, sound = judged("answers")
    for row, missed, accused in zip(rows, bad, sound):
        if missed["verdict"] != "suspect":
            print(f"missed ({row['language']}, {row['cwe']}, noted by {missed['rules']})\n{row['insecure']}\n")
        if accused["verdict"] == "suspect":
            print(f"accused by {', '.join(accused['rules'])} ({row['language']}, {row['cwe']})\n{row['sound']}\n")


def main():
    options = sys.argv[1:]
    print("\n".join(table("answers" if "--tuning" in options or "--show" in options else "answers-measure")))
    if "--show" in options:
        show()


if __name__ == "__main__":
    main()
