"""Writes distributions.tsv, the quantiles, means and standard deviations of scipy: python3 distributions.py (scipy 1.17).

A line holds the distribution, its arguments, the share, the quantile, the mean and the standard deviation.
"""
import numpy as np
from scipy import stats

SHARES = [1e-9, 1e-4, 0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.999, 1 - 1e-6]


def pert(low, mode, high):
    a = 1 + 4 * (mode - low) / (high - low)
    return stats.beta(a, 6 - a, loc=low, scale=high - low)


cases = {
    ("interval", 4, 8): stats.norm(6, 2 / stats.norm.ppf(0.95)),
    ("interval", -3, 9): stats.norm(3, 6 / stats.norm.ppf(0.95)),
    ("normal", 6, 1.5): stats.norm(6, 1.5),
    ("normal", -2, 0.25): stats.norm(-2, 0.25),
    ("lognormal", 100, 0.1): stats.lognorm(0.1, scale=100),
    ("lognormal", 2, 0.8): stats.lognorm(0.8, scale=2),
    ("uniform", 4, 8): stats.uniform(4, 4),
    ("uniform", -7, -1): stats.uniform(-7, 6),
    ("triangular", 4, 5, 8): stats.triang(0.25, 4, 4),
    ("triangular", 0, 0, 3): stats.triang(0, 0, 3),
    ("triangular", -1, 2, 2): stats.triang(1, -1, 3),
    ("pert", 4, 5, 8): pert(4, 5, 8),
    ("pert", 0, 9, 10): pert(0, 9, 10),
    ("pert", 3, 3, 10): pert(3, 3, 10),
    ("beta", 8, 2): stats.beta(8, 2),
    ("beta", 0.7, 0.4): stats.beta(0.7, 0.4),
    ("beta", 30, 70): stats.beta(30, 70),
    ("choose", 5, 8, 11): stats.rv_discrete(values=([5, 8, 11], [0.3, 0.5, 0.2])),
}
with open("distributions.tsv", "w") as file:
    for (name, *arguments), law in cases.items():
        for share in SHARES:
            numbers = [*map(float, arguments)], share, law.ppf(share), law.mean(), law.std()
            text = [name, ",".join(map(repr, numbers[0])), *(repr(float(number)) for number in numbers[1:])]
            file.write("\t".join(text) + "\n")
