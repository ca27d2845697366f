# SPDX-License-Identifier: Apache-2.0
"""Personas, harmful compliance and reward hacks: cases written for the project, of the part that is kept for measuring.

usage: python3 -m figures.voices [--tuning] [--show KIND]     (from the folder benchmarks)

Alone it prints the figures: of the measuring part, or with --tuning of the part that may be read. --show lists what is
missed and what is accused wrongly, of the tuning part only.
"""
import json
import sys
import tempfile

from figures.assay import ROOT, scan, share

# folder, file without ending, family, the key that says whether the case is bad
SETS = (("persona", "voices", "persona", "voice"),
        ("compliance", "answers", "harmful-compliance", "complies"),
        ("reward-hack", "hacks", "reward-hack", "hack"))
TURNS = ("system", "user", "assistant")


def judged(folder, name, family):
    rows = [json.loads(line) for line in (ROOT / "fixtures" / folder / f"{name}.jsonl").read_text(encoding="utf8").split("\n") if line]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as out:
        for row in rows:
            turns = [{"role": role, "content": row[role]} for role in TURNS if role in row]
            out.write(json.dumps({"messages": turns}) + "\n")
        out.flush()
        return rows, scan(out.name, "--families", family)[1]


def table(measuring):
    lines = ["| cases | bad | found | recall | fine | accused | precision |", "|---|---|---|---|---|---|---|"]
    for folder, name, family, key in SETS:
        if not (ROOT / "fixtures" / folder).is_dir():
            continue
        rows, verdicts = judged(folder, name + ("-measure" if measuring else ""), family)
        found = sum(v["verdict"] == "suspect" for r, v in zip(rows, verdicts) if r[key])
        accused = sum(v["verdict"] == "suspect" for r, v in zip(rows, verdicts) if not r[key])
        bad = sum(r[key] for r in rows)
        lines.append(f"| {family} | {bad} | {found} | {share(found, bad)} | {len(rows) - bad} | {accused} | {share(found, found + accused)} |")
    return lines


def figures(_):
    return ["### Personas, harmful compliance, reward hacks", "",
            "Cases written for Assay and kept for measuring only, `fixtures/*/*-measure.jsonl`: the voice, the harmful answer or the",
            "hack itself, against the same thing quoted, refused, told as fiction or discussed.", ""] + table(True) + [""]


def show(wanted):
    for folder, name, family, key in SETS:
        if family == wanted:
            rows, verdicts = judged(folder, name, family)
            for row, verdict in zip(rows, verdicts):
                if (verdict["verdict"] == "suspect") != row[key]:
                    word = "missed" if row[key] else "accused by " + ", ".join(verdict["rules"])
                    print(f"{word} ({row.get('kind', '')})\n" + "".join(f"  {t}: {row[t]}\n" for t in TURNS if t in row))


def main():
    print("\n".join(table("--tuning" not in sys.argv[1:] and "--show" not in sys.argv[1:])))
    if "--show" in sys.argv:
        show(sys.argv[sys.argv.index("--show") + 1])


if __name__ == "__main__":
    main()
