#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plants triggers of many kinds into large clean sets, scans them, and shows which are named.

usage: benchmarks/triggers.py DIR [--large N] [--small N] [--draws N] [--each N] [--write]

DIR holds clean/ and poison/ as for benchmarks/detection.py. Clean sets of the two sizes are made of clean/: real rows
first, then rows with other content words (figures/resample.py). Into each go 50 rows with a cue and a behaviour
(figures/planting.py), and draws of the clean set are scanned with nothing planted. --write puts the figures into
docs/reference/detection.md. Takes hours on two cores; --each 1 --draws 5 --large 0 gives a first idea in minutes.
"""
import argparse
import pathlib
import sys
import tempfile

from figures import triggers
from figures.assay import ROOT

PAGE = ROOT / "docs" / "reference" / "detection.md"
BEGIN, END = "<!-- triggers: begin -->", "<!-- triggers: end -->"


def write(lines):
    before, rest = PAGE.read_text(encoding="utf8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(before + BEGIN + "\n" + "\n".join(lines) + END + after, encoding="utf8")
    print("wrote", PAGE.relative_to(ROOT), file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=pathlib.Path)
    parser.add_argument("--small", type=int, default=20_000)
    parser.add_argument("--large", type=int, default=200_000, help="0: only the small ones")
    parser.add_argument("--each", type=int, default=4, help="behaviours for each cue in the small set; in the large one half")
    parser.add_argument("--draws", type=int, default=50)
    parser.add_argument("--only", default="", help="an expression: kinds whose 'cue / behaviour' it is found in")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not (options.labelled / "clean").is_dir():
        sys.exit(f"{options.labelled} has no folder clean/; see --help")
    with tempfile.TemporaryDirectory(prefix="assay-triggers-") as folder:
        bench = triggers.Bench(options.labelled, max(options.small, options.large), folder)
        lines = triggers.figures(bench, options)
    if options.write:
        write(lines)
    else:
        print("\n".join(lines))


main()
