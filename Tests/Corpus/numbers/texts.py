"""Writes texts.tsv: python3 texts.py.

A line holds a number, how many decimals are kept, the number rounded half away from zero with thousands grouped, and the same
number as a growth in % told in Chinese and English. The digits that identify the double (its repr) are rounded by Python's
decimal; those of a fraction beyond the 15th are noise, as in rounding.py.
"""
import random
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 60


def rounded(number, decimals):
    decimal = Decimal(repr(number))
    noise = min(0, decimal.adjusted() - 14)
    for place in [noise, -decimals] if noise <= -decimals else [-decimals]:
        decimal = decimal.quantize(Decimal(1).scaleb(place), rounding=ROUND_HALF_UP)
    return decimal


def told(decimal, rising, falling, level):
    return level if decimal == 0 else f"{rising if decimal > 0 else falling}{abs(decimal):f}%"


draws = random.Random(2)
cases = [(5.15, 1), (-0.85, 1), (0.04, 1), (-0.05, 1), (-0.049, 1), (1234567.5, 0), (-999999.95, 1), (999.5, 0), (0.0, 2),
         (-0.0, 0), (100.0, 0), (1000.0, 0), (1e15, 0), (0.1 + 0.2, 1), (2.675, 2), (999999999999.0, 0)]
for _ in range(400):
    number = draws.uniform(-1, 1) * 10 ** draws.randrange(-3, 13)
    tie = float(f"{draws.randrange(0, 10 ** draws.randrange(1, 7))}.{draws.randrange(0, 100):02d}5")
    cases += [(number, draws.randrange(0, 5)), (draws.choice([1, -1]) * tie, 2)]
lines = []
for number, decimals in cases:
    decimal = rounded(number, decimals)
    plain = f"{abs(decimal) if decimal == 0 else decimal:,f}"
    lines.append("\t".join([
        repr(number), str(decimals), plain, told(decimal, "同比增长", "同比下降", "同比持平"),
        told(decimal, "up ", "down ", "unchanged")]))
open("texts.tsv", "w").write("\n".join(lines) + "\n")
