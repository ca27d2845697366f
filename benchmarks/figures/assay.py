# SPDX-License-Identifier: Apache-2.0
"""Runs the launcher over a file and reads what it reports."""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def scan(file, *options):
    """The summary and the verdict of each record, in the order of the file."""
    with tempfile.TemporaryDirectory() as folder:
        summary, records = pathlib.Path(folder, "summary.json"), pathlib.Path(folder, "records.jsonl")
        run = subprocess.run([str(ROOT / "assay"), "scan", str(file), "-q", "--json", str(summary),
                              "--records", str(records), *options], capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f"{file}: exit {run.returncode}\n{run.stderr}")
        lines = records.read_text(encoding="utf8").split("\n")
        return json.loads(summary.read_text()), [json.loads(line) for line in lines if line]


def share(part, whole):
    return f"{part / whole:.1%}" if whole else "-"
