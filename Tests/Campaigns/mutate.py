#!/usr/bin/env python3
"""Mutates the examples and their sheets, and runs gf on them: it must neither trap nor hang.

    swift build -c release --product gf
    python3 Tests/Campaigns/mutate.py .build/release/gf [RUNS] [SEED]

Half of the runs change tokens of a script (drop, double, replace, swap, insert), half change cells and bytes of the
sheets. A run may end with the statuses 0 to 6; anything else, or more than ten seconds, is a failure: its folder is kept.
"""
import collections
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

TOKEN = re.compile(r"'[^'\n]*'|\"[^\"]*\"|#[^\n]*|\d[\w.%]*|\w+|\s+|.", re.S)
PIECES = ["", '"', ",", "\n", "/", "1e400", "-5", "9" * 20, "≥98", "增长5%", "60-70", "2023年", "万元", "(%)", "0.0000001", "inf"]
EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Examples"


def mutate_script(text, rng, words):
    tokens = TOKEN.findall(text)
    places = [i for i, token in enumerate(tokens) if not token.isspace() and not token.startswith("#")]
    for _ in range(rng.choice([1, 1, 2, 3])):
        i, j = rng.choice(places), rng.choice(places)
        change = rng.randrange(5)
        if change == 0:
            tokens[i] = ""
        elif change == 1:
            tokens[i] += " " + tokens[i]
        elif change == 2:
            tokens[i] = rng.choice(words)
        elif change == 3:
            tokens[i], tokens[j] = tokens[j], tokens[i]
        else:
            tokens[i] += " " + rng.choice(words)
    return "".join(tokens)


def mutate_sheet(data, rng):
    data = bytearray(data)
    for _ in range(rng.choice([1, 2, 5, 20])):
        i = rng.randrange(len(data) + 1)
        piece = rng.choice(PIECES).encode() if rng.random() < 0.9 else bytes([rng.randrange(256)])
        data[i : i + rng.choice([0, 0, 1, 7])] = piece
    return bytes(data)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    command = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    folders = sorted({script.parent for script in EXAMPLES.glob("*/*.gf")})
    words = [word for folder in folders for script in folder.glob("*.gf") for word in TOKEN.findall(script.read_text())
             if not word.isspace() and not word.startswith("#")]
    ends, failures = collections.Counter(), 0
    for run in range(runs):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="gf-mutant-"))
        shutil.copytree(rng.choice(folders), folder, dirs_exist_ok=True)
        script = rng.choice(sorted(folder.glob("*.gf")))
        if rng.random() < 0.5:
            script.write_text(mutate_script(script.read_text(), rng, words))
        else:
            for sheet in folder.glob("*.csv"):
                sheet.write_bytes(mutate_sheet(sheet.read_bytes(), rng))
        form = rng.choice(["text", "md", "csv", "json"])
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        try:
            end = subprocess.run([command, "run", str(script), "--format", form], timeout=10, env=environment,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        except subprocess.TimeoutExpired:
            end = "hang"
        ends[end] += 1
        if end in range(7):
            shutil.rmtree(folder)
        else:
            failures += 1
            print(f"run {run}: {script} ended with {end}")
    print(dict(ends))
    sys.exit(1 if failures else 0)


main()
