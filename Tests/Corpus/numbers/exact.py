"""Works out in rational arithmetic what linear.tsv and univariate.tsv certify, for the data as doubles and as decimals.

python3 exact.py writes exact.tsv, the results for the doubles nearest to the data and to the powers of x, and prints how
many digits the certified values share with the results for the decimals.
"""
from decimal import Decimal, getcontext
from fractions import Fraction
from math import log10

getcontext().prec = 50


def read(name):
    sets = {}
    for line in open(name):
        if not line.startswith("#"):
            set_, what, numbers = line.rstrip("\n").split("\t")
            sets.setdefault(set_, {})[what] = numbers.split(",")
    return sets


def root(value):
    return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()


def solved(matrix, right):
    """Solves by elimination; the numbers are exact."""
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(len(rows)):
        pivot = next(r for r in range(i, len(rows)) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(len(rows)):
            if r != i:
                rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
    return [row[-1] for row in rows]


def regression(data, number, power):
    y = [number(v) for v in data["y"]]
    columns = []
    for name in data["columns"]:
        base, _, exponent = name.partition("^")
        columns.append([Fraction(1)] * len(y) if name == "1" else
                       [power(number(v), int(exponent or 1)) for v in data[base]])
    dot = lambda a, b: sum((p * q for p, q in zip(a, b)), Fraction(0))
    b = solved([[dot(p, q) for q in columns] for p in columns], [dot(p, y) for p in columns])
    rest = [v - dot(b, row) for v, row in zip(y, zip(*columns))]
    center = sum(y, Fraction(0)) / len(y) if data["columns"][0] == "1" else 0
    unexplained = dot(rest, rest)
    deviation = root(unexplained / (len(y) - len(b)))
    return b, deviation, 1 - unexplained / sum((v - center) ** 2 for v in y)


def summary(data, number):
    x = [number(v) for v in data["data"]]
    mean = sum(x, Fraction(0)) / len(x)
    squares = sum((v - mean) ** 2 for v in x)
    return mean, root(squares / (len(x) - 1))


def agreement(found, certified):
    found, certified = Fraction(found), Fraction(certified)
    return 99 if found == certified else -log10(abs(found - certified) / abs(certified or 1))


double = lambda text: Fraction(float(text))
lines = []
for name, data in read("linear.tsv").items():
    b, deviation, share = regression(data, double, lambda x, k: Fraction(float(x) ** k))
    lines.append(f"{name}\tcoefficients\t{','.join(repr(float(v)) for v in b)}")
    lines += [f"{name}\tdeviation\t{float(deviation)!r}", f"{name}\tdetermination\t{float(share)!r}"]
    b, deviation, share = regression(data, Fraction, lambda x, k: x ** k)
    pairs = list(zip(b, data["coefficients"])) + [(deviation, data["deviation"][0]), (share, data["determination"][0])]
    print(name, min(agreement(*pair) for pair in pairs))
for name, data in read("univariate.tsv").items():
    lines += [f"{name}\t{what}\t{float(value)!r}" for what, value in zip(["mean", "stdev"], summary(data, double))]
    pairs = zip(summary(data, Fraction), [data[what][0] for what in ["mean", "stdev"]])
    print(name, min(agreement(*pair) for pair in pairs))
open("exact.tsv", "w").write("\n".join(lines) + "\n")
