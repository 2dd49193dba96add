#!/usr/bin/env python3
"""Mutates the scripts of examples and corpora and their sheets, and looks for a trap or a hang.

    swift build -c release --product gf
    python3 Tests/Campaigns/mutate.py .build/release/gf [RUNS] [SEED]

Most runs change tokens of a script (drop, double, replace, swap, insert), the others cells and bytes of its sheets.
Every mutant runs in a folder of its own. A status of 0 to 6 is fine, whatever is printed; another, or more than ten
seconds, is a failure: the mutant is kept and its folder named. The same seed gives the same mutants. The exit status is
1 if there was a failure.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOKEN = re.compile(r'"[^"\n]*"|“[^”]*”|\'[^\'\n]*\'|\w+|\s+|[^\w\s]')
SPICE = [
    "(", ")", "[", "]", "{", "}", "..", "-", "1e308", "0", "-1", "missing", "%", "pp", "??", "^", "not", "in", "2023",
    "9999", "0000", "where", "by", "over", "under", "plan", "at", '"', "'", "“", "≈", "within", "prev(x)", "sum(x)",
    "rolling(x, 10000)", "cagr(x)", "annual(x)", "同比(x)", "1.2万", "亿", "top 0", "same a = b", ";", "、", "\u0000", "\ufeff",
    "show targets", "show conflicts", "explain x", "import \"case.gf\"", "target x in 2..1 by 2023", "𠀀",
]
PIECES = [
    "", '"', ",", "\n", "/", "1e400", "-5", "9" * 20, "≥98", "增长5%", "60-70", "2023年", "万元", "(%)", "0.0000001", "inf",
    "1,200", "\t", ";", "上年", "1-9月", "单位：万元",
]
LIKES = {
    "number": ["0", "1", "-1", "2", "2021", "2023", "1e300", "0.1", "1e-320", "2023Q1", "99999999999"],
    "sign": ["+", "-", "*", "/", "^", "<", ">", "="],
    "word": ["period", "region", "missing", "true", "sum", "rank", "prev", "yoy", "share", "count", "targets", "plan"],
}


def sources():
    """Returns (script, other files) of every example and of every case of the corpora."""
    found = []
    for folder, _, names in sorted(os.walk(os.path.join(ROOT, "Examples"))):
        files = {n: open(os.path.join(folder, n), encoding="utf-8").read() for n in sorted(names)}
        found += [(t, files) for n, t in files.items() if n.endswith(".gf")]
    for folder, _, names in sorted(os.walk(os.path.join(ROOT, "Tests", "Corpus"))):
        for name in sorted(names):
            if name.endswith(".md"):
                found += cases(open(os.path.join(folder, name), encoding="utf-8").read())
    return found


def cases(text):
    """Returns the scripts of a corpus file with their sheets."""
    found, script, files = [], None, {}
    for part in re.split(r"^(?=## )", text, flags=re.M):
        script, files = None, {}
        for kind, body in re.findall(r"^```([^\n]*)\n(.*?)^```$", part, flags=re.M | re.S):
            words = kind.split(" ", 1)
            if kind == "gf":
                script = body
            elif len(words) == 2 and words[0] in ("gf", "csv"):
                files[words[1]] = body
        if script:
            found.append((script, files))
    return found


def shape(token):
    """Returns the class of a token."""
    if token.isspace():
        return "blank"
    if token[0].isdigit():
        return "number"
    if token[0] in "\"'“":
        return token[0]
    return "sign" if not (token[0].isalpha() or token[0] == "_") else "word"


def mutate(script, others, chance):
    """Returns the script with one to four changes of tokens."""
    tokens = TOKEN.findall(script)
    for _ in range(chance.randint(1, 4)):
        if not tokens:
            break
        at = chance.randrange(len(tokens))
        if chance.random() < 0.7:
            # Another token of the same class mostly leaves a script that can be answered.
            alike = [token for token in tokens if shape(token) == shape(tokens[at])]
            tokens[at] = chance.choice(alike + LIKES.get(shape(tokens[at]), []))
            continue
        kind = chance.randrange(7)
        if kind == 0:
            del tokens[at]
        elif kind == 1:
            tokens.insert(at, tokens[at])
        elif kind == 2:
            other = chance.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind == 3:
            tokens[at] = chance.choice(SPICE)
        elif kind == 4:
            tokens.insert(at, " " + chance.choice(SPICE) + " ")
        elif kind == 5:
            tokens.insert(at, chance.choice(TOKEN.findall(chance.choice(others)[0]) or [" "]))
        else:
            del tokens[at:at + chance.randint(1, 8)]
    return "".join(tokens)


def mutate_sheet(text, chance):
    """Returns the bytes of a sheet with up to twenty changes."""
    data = bytearray(text.encode())
    for _ in range(chance.choice([1, 2, 5, 20])):
        at = chance.randrange(len(data) + 1)
        piece = chance.choice(PIECES).encode() if chance.random() < 0.9 else bytes([chance.randrange(256)])
        data[at:at + chance.choice([0, 0, 1, 7])] = piece
    return bytes(data)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    command = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    found = sources()
    folder = tempfile.mkdtemp(prefix="gf-mutants-")
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}

    def attempt(index):
        chance = random.Random(f"{seed}/{index}")
        script, files = chance.choice(found)
        sheets = [name for name in files if name.endswith(".csv")]
        changed = chance.choice(sheets) if sheets and chance.random() < 0.3 else None
        form = chance.choice(["text", "md", "csv", "json"])
        own = os.path.join(folder, str(index))
        os.makedirs(own)
        for name, text in files.items():
            path = os.path.join(own, name)
            if os.path.realpath(path).startswith(os.path.realpath(own) + os.sep):
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(mutate_sheet(text, chance) if name == changed else text.encode())
        with open(os.path.join(own, "case.gf"), "w", encoding="utf-8") as file:
            file.write(script if changed else mutate(script, found, chance))
        try:
            ran = subprocess.run(
                [command, "run", "case.gf", "--format", form], cwd=own, capture_output=True, env=environment,
                timeout=10, stdin=subprocess.DEVNULL)
            status = ran.returncode
        except subprocess.TimeoutExpired:
            status = "hang"
        if status in range(7):
            shutil.rmtree(own)
            return status
        print(f"{own}: {status}", flush=True)
        return "failure"

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        outcomes = list(pool.map(attempt, range(runs)))
    outcomes = [str(outcome) for outcome in outcomes]
    tally = {status: outcomes.count(status) for status in sorted(set(outcomes))}
    print(f"{runs} mutants of {len(found)} scripts, by status: {tally}")
    if tally.get("failure"):
        sys.exit(1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
