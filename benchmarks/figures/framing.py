# SPDX-License-Identifier: Apache-2.0
"""Genuine and false framings written for the project, of the half that is kept for measuring."""
from figures.assay import ROOT, scan, share


def figures(_):
    lines = ["### Framings", "",
             "`fixtures/framing/*-measure.jsonl`, written for Assay and kept for measuring only. A genuine lesson is right when it",
             "is framed, a false one when it is suspect. Records whose flaw no rule finds say nothing of framing and are counted apart.",
             "", "| framing | records | flaw found | right | share of these |", "|---|---|---|---|---|"]
    for kind, verdict in (("genuine", "framed"), ("false", "suspect")):
        _, verdicts = scan(ROOT / f"fixtures/framing/{kind}-measure.jsonl")
        found = [v for v in verdicts if v["verdict"] != "clean"]
        right = sum(v["verdict"] == verdict for v in found)
        lines.append(f"| {kind} | {len(verdicts)} | {len(found)} | {right} | {share(right, len(found))} |")
    return lines + [""]
