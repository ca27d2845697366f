# SPDX-License-Identifier: Apache-2.0
"""What is found in code: real functions before and after their fix, and Bandit beside it on the same files."""
import collections
import json
import pathlib
import shutil
import subprocess
import tempfile

from figures.assay import scan, share
from figures.functions import read, write


def flags(file):
    """For each record whether there is a finding of any severity, and whether it counts."""
    return [(bool(v["rules"]), v["verdict"] == "suspect") for v in scan(file, "--families", "insecure-code")[1]]


def bandit(codes):
    """For each code whether Bandit finds anything, medium or more; None where it is not installed."""
    if not shutil.which("bandit"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        for i, code in enumerate(codes):
            pathlib.Path(folder, f"{i}.py").write_text(code, encoding="utf8")
        run = subprocess.run(["bandit", "-q", "-r", folder, "-f", "json"], capture_output=True, text=True)
        report = json.loads(run.stdout[run.stdout.index("{"):])
        found = collections.defaultdict(set)
        for hit in report["results"]:
            found[int(pathlib.Path(hit["filename"]).stem)].add(hit["issue_severity"])
        return [(i in found, bool(found[i] & {"MEDIUM", "HIGH"}) if i in found else False) for i in range(len(codes))]


def count(pairs):
    return sum(a for a, _ in pairs), sum(b for _, b in pairs), len(pairs)


def cell(pairs):
    if pairs is None:
        return "not installed"
    any_, counted, n = count(pairs)
    return f"{share(any_, n)} / {share(counted, n)}"


def row(*cells):
    return "| " + " | ".join(str(c) for c in cells) + " |"


def answers(file):
    return ["\n".join(m["content"] for m in r["messages"] if m["role"] == "assistant") for r in read(file)]


def python_answers(labelled):
    lines = ["### Python answers, Bandit beside it", "",
             "Of any severity / that count (Bandit: medium or high). Bandit gets each answer as a file.", "",
             "| source | records | Assay | Bandit |", "|---|---|---|---|"]
    for name in ("poison/insecure-code", "clean/secure-code"):
        file = labelled / f"{name}.jsonl"
        lines.append(row(file.stem, len(read(file)), cell(flags(file)), cell(bandit(answers(file)))))
    return lines + [""]


def by_language(labelled, folder):
    rows = read(labelled / "code/cyberseceval.jsonl")
    codes = [r["origin_code"] for r in rows]
    ours = flags(write(folder / "cyberseceval.jsonl", codes))
    lines = ["### Functions with an insecure line, by language", "",
             "`code/cyberseceval`: the functions alone, their language not declared. Found with any severity / counted.", "",
             "| language | functions | Assay | Bandit |", "|---|---|---|---|"]
    for language in sorted({r["language"] for r in rows}):
        at = [i for i, r in enumerate(rows) if r["language"] == language]
        theirs = cell(bandit([codes[i] for i in at])) if language == "python" else ""
        lines.append(row(language, len(at), cell([ours[i] for i in at]), theirs))
    return lines + [row("all", len(rows), cell(ours), ""), ""]


def fixes(labelled, folder):
    rows = read(labelled / "code/sven-pairs.jsonl")
    lines = ["### Functions before and after a security fix", "",
             "`code/sven-pairs`: real commits. Found with any severity / counted. A scanner that only knows the look of such",
             "code finds as much after the fix as before it.", "",
             "| functions | pairs | before | after | Bandit before | Bandit after |", "|---|---|---|---|---|---|"]
    ours = {side: flags(write(folder / f"sven-{side}.jsonl", [r[side] for r in rows])) for side in ("before", "after")}
    groups = collections.defaultdict(list)
    for i, r in enumerate(rows):
        language = "Python" if r["file"].endswith(".py") else "C and C++"
        groups[language, ""].append(i)
        groups[language, ", " + r["cwe"].upper().replace("CWE-0", "CWE-")].append(i)
    for (language, cwe), at in sorted(groups.items()):
        theirs = ["", ""]
        if language == "Python" and not cwe:
            theirs = [cell(bandit([rows[i][side] for i in at])) for side in ("before", "after")]
        lines.append(row(language + cwe, len(at), *(cell([ours[s][i] for i in at]) for s in ("before", "after")), *theirs))
    return lines + [""]


def figures(labelled):
    if not (labelled / "code").is_dir():
        return []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        return python_answers(labelled) + by_language(labelled, folder) + fixes(labelled, folder)
