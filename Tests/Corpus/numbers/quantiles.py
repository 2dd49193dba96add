"""Writes quantiles.tsv: python3 quantiles.py (the check against numpy 2.4 is skipped where there is none).

A line holds a type, shares, values and their quantiles, by the definitions of R. J. Hyndman and Y. Fan, "Sample quantiles
in statistical packages", The American Statistician 50 (1996), in rational arithmetic with the shares as the decimals they are.
"""
import random
from fractions import Fraction
from math import floor

try:
    import numpy
except ImportError:
    numpy = None

HALF = Fraction(1, 2)
OFFSETS = {1: lambda p: 0, 2: lambda p: 0, 3: lambda p: -HALF, 4: lambda p: 0, 5: lambda p: HALF, 6: lambda p: p,
           7: lambda p: 1 - p, 8: lambda p: (p + 1) / 3, 9: lambda p: p / 4 + Fraction(3, 8)}
METHODS = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen",
           "weibull", "linear", "median_unbiased", "normal_unbiased"]


def quantile(values, p, kind):
    x = sorted(map(Fraction, values))
    at = p * len(x) + OFFSETS[kind](p)
    j = floor(at)
    g = at - j
    if kind == 1:
        share = 1 if g > 0 else 0
    elif kind == 2:
        share = 1 if g > 0 else HALF
    elif kind == 3:
        share = 0 if g == 0 and j % 2 == 0 else 1
    else:
        share = g
    low, high = (x[max(0, min(len(x) - 1, i))] for i in (j - 1, j))
    return (1 - share) * low + share * high


SHARES = "0 0.01 0.05 0.1 0.2 0.25 0.3 0.35 0.5 0.6 0.7 0.75 0.9 0.975 1".split()
draws = random.Random(1996)
lines = []
for count in [1, 2, 3, 4, 5, 7, 10, 11, 20, 40]:
    values = [round(draws.lognormvariate(2, 1), draws.choice([0, 2])) for _ in range(count)]
    for kind in range(1, 10):
        found = [float(quantile(values, Fraction(share), kind)) for share in SHARES]
        lines.append("\t".join([str(kind)] + [",".join(map(str, part)) for part in (SHARES, values, found)]))
        if numpy and kind > 3:
            expected = numpy.quantile(values, list(map(float, SHARES)), method=METHODS[kind - 1])
            assert numpy.allclose(found, expected, rtol=1e-12, atol=0)
open("quantiles.tsv", "w").write("\n".join(lines) + "\n")
