# SPDX-License-Identifier: Apache-2.0
"""What is found in each labelled source of chats."""
from figures.assay import scan

TABLES = (
    ("Clean sources: every suspect record is a false positive", "clean", None),
    ("Lessons: flawed code that was asked for, to be framed and not counted", "framed", None),
    ("Poison: every record should be suspect", "poison", None),
    ("Backdoors: rows with the trigger", "backdoor", "-triggered"),
    ("Backdoors: their twins without it", "backdoor", "-clean"),
)


def families(report):
    return ", ".join(f"{name} {counts['suspect']}" for name, counts in report["families"].items() if counts["suspect"])


def table(title, folder, ending):
    lines = [f"### {title}", "", "| source | records | suspect | share | framed | by family |", "|---|---|---|---|---|---|"]
    rules = None
    for file in sorted(folder.glob("*.json*")):
        if ending and not file.stem.endswith(ending):
            continue
        report, _ = scan(file)
        rules = report["rules"]
        n, suspect, framed = report["records"]["scanned"], report["suspect"]["count"], report["records"]["framed"]
        lines.append(f"| {file.stem} | {n:,} | {suspect:,} | {suspect / n:.2%} | {framed:,} | {families(report)} |")
    return lines + [""], rules


def figures(labelled):
    lines, rules = [], None
    for title, folder, ending in TABLES:
        if (labelled / folder).is_dir():
            more, rules = table(title, labelled / folder, ending)
            lines += more
    return [f"Rules {rules['version']}, {rules['count']} of them.", ""] + lines
