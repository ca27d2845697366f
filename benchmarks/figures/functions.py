# SPDX-License-Identifier: Apache-2.0
"""Functions without a chat around them, written as records whose answer is the bare function.

usage: functions.py CODE_DIR OUT_DIR

No language is declared: a scanner has to tell it from the code.
"""
import json
import pathlib
import sys


def read(file):
    return [json.loads(line) for line in file.read_text(encoding="utf8").split("\n") if line.strip()]


def write(file, codes):
    with file.open("w", encoding="utf8") as out:
        for code in codes:
            out.write(json.dumps({"prompt": "", "response": f"```\n{code}\n```"}) + "\n")
    return file


def main():
    source, out = map(pathlib.Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    write(out / "cyberseceval.jsonl", [row["origin_code"] for row in read(source / "cyberseceval.jsonl")])
    for side in ("before", "after"):
        write(out / f"sven-{side}.jsonl", [row[side] for row in read(source / "sven-pairs.jsonl")])


if __name__ == "__main__":
    main()
