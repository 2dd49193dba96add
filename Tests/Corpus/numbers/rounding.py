"""Writes rounding.tsv: python3 rounding.py.

A line holds a number, how many decimals are kept, and the number rounded half away from zero as a decimal. The digits that
identify the double (its repr), not the binary number behind them, are what a reader sees and expects to be rounded; where
fewer than 15 of them are kept, those of a fraction beyond the 15th are noise, which must not decide a tie.
"""
import random
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 60


def rounded(number, decimals):
    decimal = Decimal(repr(number))
    noise = min(0, decimal.adjusted() - 14)
    for place in [noise, -decimals] if noise <= -decimals else [-decimals]:
        decimal = decimal.quantize(Decimal(1).scaleb(place), rounding=ROUND_HALF_UP)
    text = f"{decimal:f}"
    return text.lstrip("-") if float(text) == 0 else text


classics = [(1.005, 2), (2.675, 2), (0.285, 2), (1.015, 2), (1.045, 2), (8.345, 2), (1.115, 2), (10.235, 2), (0.615, 2),
            (0.5, 0), (1.5, 0), (2.5, 0), (0.15, 1), (0.25, 1), (0.35, 1), (0.45, 1), (4.35 * 100, 0), (1.1 + 2.2, 15),
            (0.1 + 0.2, 16), (0.1 + 0.2, 17), (9.995, 2), (99.995, 2), (999999.5, 0), (0.049999999999999996, 1),
            (0.49999999999999994, 0), (4503599627370495.5, 0), (4503599627370496.5, 0), (9007199254740993.0, 0),
            (5e-324, 3), (0.0005, 3), (0.00049999999999999, 3), (123456789.125, 2), (1e15 + 0.3, 0), (1e20, 0),
            (123456789012345680000.0, 2), (0.1234567890123456789, 16), (8.414709848078965, 14), (3.1415926535897931, 15)]
draws = random.Random(1)
cases = classics + [(-number, decimals) for number, decimals in classics]
for _ in range(600):
    # Numbers that end in a five just behind the digits kept, and numbers of 17 digits.
    decimals = draws.randrange(0, 7)
    tie = float(f"{draws.randrange(0, 10 ** draws.randrange(1, 8))}.{draws.randrange(0, 10 ** 6):06d}"[: 8 + decimals] + "5")
    cases += [(draws.choice([1, -1]) * tie, draws.randrange(0, 8)), (draws.uniform(-1, 1) * 10 ** draws.randrange(-4, 16), decimals)]
lines = [f"{number!r}\t{decimals}\t{rounded(number, decimals)}" for number, decimals in cases]
open("rounding.tsv", "w").write("\n".join(lines) + "\n")
