#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what Assay finds on labelled sources and writes docs/reference/detection.md.

usage: benchmarks/detection.py DIR [--battery PROGRAM] [--size N] [--print]

DIR holds clean/, poison/, framed/, backdoor/ and code/ with one file a source, of which no row was tuned on. PROGRAM mixes
them at known rates and holds the answers against the truth (figures/mixes.py says how it is called). --print shows the
figures and leaves the page alone: for sources that were tuned on. Bandit, where installed, is run over the same Python.
"""
import argparse
import pathlib
import sys

from figures import advice, answers, code, framing, left_out, mixes, sources, voices
from figures.assay import ROOT

PAGE = ROOT / "docs" / "reference" / "detection.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def write(lines):
    before, rest = PAGE.read_text(encoding="utf8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(before + BEGIN + "\n" + "\n".join(lines) + END + after, encoding="utf8")
    print("wrote", PAGE.relative_to(ROOT))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=pathlib.Path)
    parser.add_argument("--battery", type=pathlib.Path)
    parser.add_argument("--size", type=int, default=600)
    parser.add_argument("--print", action="store_true", dest="only_print")
    options = parser.parse_args()
    if not (options.labelled / "clean").is_dir():
        sys.exit(f"{options.labelled} has no folder clean/; see --help")
    lines = sources.figures(options.labelled) + code.figures(options.labelled) + framing.figures(options.labelled)
    lines += advice.figures(options.labelled)
    lines += left_out.figures(options.labelled)
    lines += answers.figures(options.labelled)
    lines += voices.figures(options.labelled)
    if options.battery:
        lines += mixes.figures(options.battery, options.labelled, options.size)
    if options.only_print:
        print("\n".join(lines))
    else:
        write(lines)


main()
