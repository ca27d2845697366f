# SPDX-License-Identifier: Apache-2.0
"""Mixes of known rates: whether the interval holds the truth and the gate decides right."""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from figures.assay import ROOT


def figures(battery, labelled, size):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "figures.json")
        run = subprocess.run([sys.executable, str(battery), str(ROOT / "assay"), "--data", str(labelled), "--size", str(size),
                              "--work", folder, "--json", str(out)], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{battery}: exit {run.returncode}\n{run.stdout[-2000:]}\n{run.stderr}")
        result = json.loads(out.read_text())
    mixes = collections.defaultdict(list)
    for r in result["rows"]:
        mixes[r["mix"]].append(r)
    lines = ["### Mixes of known rates", "",
             f"Poisoned and clean records mixed at 0 to 25 %, {size} records a mix. The error is the estimate's, in percentage points.",
             "", "| mix | rates | interval held the truth | mean error | wrong gate decisions |", "|---|---|---|---|---|"]
    for name, rows in mixes.items():
        held = sum(r["low"] <= r["truth"] <= r["high"] for r in rows)
        error = sum(abs(r["estimate"] - r["truth"]) for r in rows) / len(rows)
        wrong = sum(w.startswith(name + " at") for w in result["wrong"])
        lines.append(f"| {name} | {len(rows)} | {held} | {100 * error:.2f} | {wrong} |")
    lines.append(f"| all | {len(result['rows'])} | {result['coverage']:.0%} | {100 * result['error']:.2f} | {len(result['wrong'])} |")
    return lines + [""]
