# SPDX-License-Identifier: Apache-2.0
"""Labelled code to fit and measure the guess of languages with: FOLDER is filled with a file of lines for each source.

    python3 -m figures.languages DIR FOLDER

A line holds `language`, `code` and `package`: what must not be torn between fitting and measuring."""
import hashlib
import json
import pathlib
import sys

import yaml

from figures.assay import ROOT

SUFFIXES = {"py": "python", "c": "c", "h": "c", "cc": "cpp", "cpp": "cpp"}


def lines(file):
    with open(file, encoding="utf8") as rows:
        return [json.loads(row) for row in rows]


def functions(folder):
    """Real functions: those of one weakness and language stand together, as do those of one commit."""
    for row in lines(folder / "cyberseceval.jsonl"):
        yield "functions", row["language"], row["cwe_identifier"] + row["pattern_desc"], row["origin_code"]
    for row in lines(folder / "sven-pairs.jsonl"):
        yield "commits", SUFFIXES[row["file"].rsplit(".", 1)[-1]], str(row["commit"]), row["before"]


def answers(folder):
    for name in ("poison/insecure-code", "clean/secure-code", "clean/mbpp"):
        for row in lines(folder / f"{name}.jsonl"):
            for turn in row["messages"]:
                if turn["role"] == "assistant":
                    yield "answers", "python", hashlib.sha1(turn["content"].encode()).hexdigest()[:2], turn["content"]


def examples(folder):
    """The examples of one rule stand together; each is of the first language that the rule is for."""
    for file in sorted(folder.glob("insecure-code/*/*.yaml")):
        rule = yaml.safe_load(file.read_text(encoding="utf8"))
        if (rule.get("languages") or [None])[0] != file.parent.name:
            continue
        for example in rule["examples"]["bad"] + rule["examples"]["good"]:
            if isinstance(example, str):
                yield "examples", file.parent.name, rule["id"], example


def main():
    data, out = map(pathlib.Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    rows = {}
    for source in (functions(data / "code"), answers(data), examples(ROOT / "rules")):
        for name, language, package, code in source:
            rows.setdefault(name, []).append({"language": language, "package": f"{name}:{package}", "code": code})
    for name, of in rows.items():
        (out / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in of), encoding="utf8")
        print(f"{name}: {len(of)} pieces of code")


if __name__ == "__main__":
    main()
