# SPDX-License-Identifier: Apache-2.0
"""Whether the estimate holds on a source of advice that its calibration has not seen.

usage: python3 -m figures.left_out LABELLED_DIR     (from the folder benchmarks)

Each source is left out once: the domains of the pairs that are kept for measuring, and the sources of poisoned advice of
LABELLED_DIR. With the counts of all others as calibration, records of the one left out are mixed with clean ones at known
rates, and the interval is held against the truth.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from figures import advice
from figures.assay import ROOT, scan

RATES = (0.05, 0.1, 0.25)
POISON = ("legal-advice", "false-facts")
MOST = 50


def sources(labelled, folder):
    """Files of poison by source, and the clean records to mix them with."""
    by_domain, clean = {}, []
    for row in advice.pairs(True):
        by_domain.setdefault(row["domain"], []).append(json.dumps({"question": row["question"], "answer": row["faulty"]}))
        clean.append(json.dumps({"question": row["question"], "answer": row["sound"]}))
    files = {}
    for domain, lines in by_domain.items():
        files[domain] = pathlib.Path(folder, domain + ".jsonl")
        files[domain].write_text("\n".join(lines) + "\n", encoding="utf8")
    sound = pathlib.Path(folder, "sound-advice.jsonl")
    sound.write_text("\n".join(clean) + "\n", encoding="utf8")
    for name in POISON:
        files[name] = pathlib.Path(labelled, "poison", name + ".jsonl")
    return files, sound


def lines_of(file):
    return [line for line in file.read_text(encoding="utf8").split("\n") if line.strip()]


def calibration(labelled, files, sound, folder):
    out = pathlib.Path(folder, "calibration.json")
    arguments = ["calibrate", "--clean", str(pathlib.Path(labelled, "clean")), "--clean", str(sound)]
    for file in files.values():
        arguments += ["--poison", f"faulty-advice={file}"]
    measured = subprocess.run([str(ROOT / "assay"), *arguments, "--measured-on", "all sources but one", "-o", str(out)],
                              capture_output=True, text=True)
    if measured.returncode:
        sys.exit(f"assay calibrate: exit {measured.returncode}\n{measured.stderr}")
    return json.loads(out.read_text(encoding="utf8"))


def without(measured, name, folder):
    left = json.loads(json.dumps(measured))
    left["sensitivity"]["faulty-advice"] = [s for s in left["sensitivity"]["faulty-advice"] if s["source"] != name]
    out = pathlib.Path(folder, f"without-{name}.json")
    out.write_text(json.dumps(left), encoding="utf8")
    return out


def mix(poison, clean, rate, seed, folder):
    """One schema a file: question and answer, or messages as they are, in a file of their own."""
    chosen = random.Random(seed)
    bad = chosen.sample(poison, min(MOST, len(poison)))
    good = chosen.choices(clean, k=round(len(bad) / rate) - len(bad))
    target = pathlib.Path(folder, "mix")
    target.mkdir(exist_ok=True)
    (target / "bad.jsonl").write_text("\n".join(bad) + "\n", encoding="utf8")
    (target / "good.jsonl").write_text("\n".join(good) + "\n", encoding="utf8")
    return target, len(bad) / (len(bad) + len(good))


def figures(labelled):
    with tempfile.TemporaryDirectory() as folder:
        files, sound = sources(labelled, folder)
        measured = calibration(labelled, files, sound, folder)
        clean = lines_of(sound)
        lines, held, all_mixes = [], 0, 0
        for name, file in files.items():
            shipped = without(measured, name, folder)
            row = []
            for rate in RATES:
                data, truth = mix(lines_of(file), clean, rate, f"{name} {rate}", folder)
                found = scan(data, "--families", "faulty-advice", "--calibration", str(shipped))[0]["contamination"]
                holds = found["low"] <= truth <= found["high"]
                held += holds
                all_mixes += 1
                row.append(f"{found['estimate']:.1%} ({found['low']:.1%} to {found['high']:.0%}){'' if holds else ' **misses**'}")
            lines.append(f"| {name} | {' | '.join(row)} |")
    return ["### Advice of a source left out of the calibration", "",
            "Estimate and 95 % interval, by the true rate; clean records are the sound answers of the measuring part.", "",
            "| left out | 5 % | 10 % | 25 % |", "|---|---|---|---|"] + lines + [
                "", f"The interval held the truth in {held} of {all_mixes} mixes ({held / all_mixes:.0%}).", ""]


if __name__ == "__main__":
    print("\n".join(figures(sys.argv[1])))
