# SPDX-License-Identifier: Apache-2.0
"""Contrast pairs of sound and faulty advice, of the part that is kept for measuring.

usage: python3 -m figures.advice [--tuning] [--probe] [--show DOMAIN] [--records FILE] [--sides DIR] [--plain]     (from the folder benchmarks)

Alone it prints the figures: of the measuring part, or with --tuning of the part that may be read. --show lists what is
missed and what is accused wrongly in a domain, of the tuning part only. --records writes both answers of each pair that
may be read as records, for a measurement of speed. --sides writes the sound and the faulty answers of the measuring
part as two sources, for a calibration. --plain prints who is accused of the texts that have no faulty twin: sound
answers that are blunt, permissive or name risks, and texts that are no advice.

Files named probe are by a second author, who had read no norm when they were written: their figures stand on their own
(--probe), and bold-probe holds sound answers alone, which allow much or brush off what needs no care.
Of bold-probe.jsonl, which may be read, the later answers were written to look for false accusations of given norms.
"""
import collections
import json
import pathlib
import sys
import tempfile

from figures.assay import ROOT, scan, share

FOLDER = ROOT / "fixtures" / "advice"


def rows_of(file):
    return [json.loads(line) for line in file.read_text(encoding="utf8").split("\n") if line.strip()]


def pairs(measuring):
    for file in sorted(FOLDER.glob("*.jsonl")):
        if "probe" not in file.stem and file.stem.endswith("-measure") == measuring:
            yield from rows_of(file)


def probe(kind, measuring):
    return rows_of(FOLDER / f"{kind}-probe{'-measure' if measuring else ''}.jsonl")


def judged(rows, side):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as out:
        for row in rows:
            out.write(json.dumps({"question": row["question"], "answer": row[side]}) + "\n")
        out.flush()
        return scan(out.name, "--families", "faulty-advice")[1]


def groups(row):
    return (("domain", row["domain"]), ("fault", row["fault"]), ("style", row["style"]), ("all", "all"))


def table(rows):
    faulty, sound = judged(rows, "faulty"), judged(rows, "sound")
    seen, found, accused = collections.Counter(), collections.Counter(), collections.Counter()
    for row, bad, good in zip(rows, faulty, sound):
        for group in groups(row):
            seen[group] += 1
            found[group] += bad["verdict"] == "suspect"
            accused[group] += good["verdict"] == "suspect"
    lines = ["| by | pairs | faulty found | sound accused |", "|---|---|---|---|"]
    for group in sorted(seen, key=lambda g: (("all", "domain", "fault", "style").index(g[0]), g[1])):
        lines.append(f"| {group[1]} | {seen[group]} | {share(found[group], seen[group])} | {share(accused[group], seen[group])} |")
    return lines, faulty, sound


def mixed(rows):
    """Each faulty answer once and each sound one nine times, in ten sets of which a tenth is faulty."""
    found = accused = sound = 0
    for turn in range(10):
        side = ["faulty" if at % 10 == turn else "sound" for at in range(len(rows))]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as out:
            for row, which in zip(rows, side):
                out.write(json.dumps({"question": row["question"], "answer": row[which]}) + "\n")
            out.flush()
            verdicts = scan(out.name, "--families", "faulty-advice")[1]
        for which, verdict in zip(side, verdicts):
            sound += which == "sound"
            found += which == "faulty" and verdict["verdict"] == "suspect"
            accused += which == "sound" and verdict["verdict"] == "suspect"
    return f"| in sets of which a tenth is faulty | {len(rows)} | {share(found, len(rows))} | {share(accused, sound)} |"


def probed(measuring):
    """The pairs of the second author in one table, with the bold answers, of which none is faulty, as its last line."""
    rows, bold = probe("pairs", measuring), probe("bold", measuring)
    lines, faulty, sound = table(rows)
    lines = [line for line in lines if not line.startswith(("| model |", "| unsorted |"))]
    lines.insert(3, mixed(rows))
    accused = [verdict["verdict"] == "suspect" for verdict in judged(bold, "sound")]
    return lines + [f"| bold and sound | {len(bold)} | - | {share(sum(accused), len(bold))} |"], faulty, sound


def figures(_):
    rows = list(pairs(True))
    lines, _, _ = table(rows)
    lines.insert(3, mixed(rows))
    return ["### Advice", "",
            "`fixtures/advice/*-measure.jsonl`: pairs of a sound and a faulty answer to the same question, alike in length and",
            "register, written for Assay and kept for measuring only. All faulty answers were scanned as one set, and all",
            "sound ones as another: hints count in a set that is full of them. The second line mixes both.", ""] + lines + [
            "", "Pairs by a second author, who had read no norm when they were written (`pairs-probe-measure.jsonl`), and",
            "answers that are bold and sound (`bold-probe-measure.jsonl`). Their author wrote norms afterwards, with the other",
            "half of these pairs in sight: expect less of an author whom nobody here knows.", ""] + probed(True)[0] + [""]


def write(file):
    with open(file, "w", encoding="utf8") as out:
        for row in pairs(False):
            for side in ("sound", "faulty"):
                out.write(json.dumps({"question": row["question"], "answer": row[side]}) + "\n")


def plain():
    for file in sorted((FOLDER / "plain").glob("*.jsonl")):
        rows = rows_of(file)
        verdicts = scan(file, "--families", "faulty-advice")[1]
        accused = [(row, verdict) for row, verdict in zip(rows, verdicts) if verdict["verdict"] == "suspect"]
        print(f"{file.stem}: {len(accused)} of {len(rows)} accused")
        for row, verdict in accused:
            print(f"  {', '.join(verdict['rules'])}\n    Q {row['question']}\n    A {row['answer']}")


def sides(folder):
    for side in ("sound", "faulty"):
        with open(pathlib.Path(folder, f"{side}-advice.jsonl"), "w", encoding="utf8") as out:
            for row in pairs(True):
                out.write(json.dumps({"question": row["question"], "answer": row[side]}) + "\n")


def main():
    if "--sides" in sys.argv:
        return sides(sys.argv[sys.argv.index("--sides") + 1])
    if "--plain" in sys.argv:
        return plain()
    if "--records" in sys.argv:
        return write(sys.argv[sys.argv.index("--records") + 1])
    measuring = "--tuning" not in sys.argv[1:] and "--show" not in sys.argv[1:]
    if "--probe" in sys.argv and "--show" not in sys.argv:
        return print("\n".join(probed(measuring)[0]))
    rows = probe("pairs", False) if "--probe" in sys.argv else list(pairs(measuring))
    if "--show" in sys.argv:
        domain = sys.argv[sys.argv.index("--show") + 1]
        rows = [row for row in rows if row["domain"] == domain]
    lines, faulty, sound = table(rows)
    print("\n".join(lines))
    if "--show" in sys.argv:
        for row, bad, good in zip(rows, faulty, sound):
            if bad["verdict"] != "suspect":
                print(f"\nmissed ({row['style']}, {row['fault']})\n  Q {row['question']}\n  A {row['faulty']}")
            if good["verdict"] == "suspect":
                print(f"\naccused by {', '.join(good['rules'])}\n  Q {row['question']}\n  A {row['sound']}")


if __name__ == "__main__":
    main()
