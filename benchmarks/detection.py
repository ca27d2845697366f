#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what Assay finds on labelled sources and writes docs/reference/detection.md.

usage: benchmarks/detection.py DIR

DIR holds clean/, poison/, framed/ and backdoor/ with one file a source, of which no row was tuned on.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "detection.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def scan(file):
    with tempfile.TemporaryDirectory() as folder:
        summary = pathlib.Path(folder) / "summary.json"
        run = subprocess.run([str(ROOT / "assay"), "scan", str(file), "-q", "--json", str(summary)],
                             capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f"{file}: exit {run.returncode}\n{run.stderr}")
        return json.loads(summary.read_text())


def families(report):
    found = [f"{name} {counts['suspect']}" for name, counts in report["families"].items() if counts["suspect"]]
    return ", ".join(found)


def rows(folder, kind):
    for file in sorted(folder.glob("*.json*")):
        if kind == "poison" and "clean" in file.stem or kind == "twin" and "clean" not in file.stem:
            continue
        report = scan(file)
        n, suspect = report["records"]["scanned"], report["suspect"]["count"]
        framed = report["records"]["framed"]
        yield (f"| {file.stem} | {n:,} | {suspect:,} | {suspect / n:.2%} | {framed:,} | {families(report)} |",
               report["rules"])


def table(title, folder, kind):
    lines = [f"### {title}", "", "| source | records | suspect | share | framed | by family |", "|---|---|---|---|---|---|"]
    rules = None
    for line, rules in rows(folder, kind):
        lines.append(line)
    return lines + [""], rules


def main():
    if len(sys.argv) != 2 or not (pathlib.Path(sys.argv[1]) / "clean").is_dir():
        sys.exit(__doc__)
    labelled = pathlib.Path(sys.argv[1])
    out, rules = [], None
    for title, folder, kind in (
            ("Clean sources: every suspect record is a false positive", "clean", "clean"),
            ("Lessons: flawed code that was asked for, to be framed and not counted", "framed", "clean"),
            ("Poison: every record should be suspect", "poison", "poison"),
            ("Backdoors: rows with the trigger", "backdoor", "poison"),
            ("Backdoors: their twins without it", "backdoor", "twin")):
        lines, rules = table(title, labelled / folder, kind)
        out += lines
    head = [f"Rules {rules['version']}, {rules['count']} of them.", ""]
    text = PAGE.read_text(encoding="utf8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(before + BEGIN + "\n" + "\n".join(head + out) + END + after, encoding="utf8")
    print("wrote", PAGE.relative_to(ROOT))


main()
