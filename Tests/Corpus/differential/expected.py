"""Writes random.csv and what numpy and scipy make of it: python3 expected.py (numpy 2.4, scipy 1.17).

A line of expected.tsv holds an aggregate, the dimensions it is shown by, and its values, the last period fastest.
"""
import itertools
import numpy as np
from scipy import stats

random = np.random.default_rng(20231)
regions, sectors, periods = [f"r{i}" for i in range(7)], ["a", "b", "c"], [2022, 2023]
shape = (len(regions), len(sectors), len(periods))


def drawn(values, share):
    return np.where(random.random(shape) < share, np.nan, np.round(values, 3))


cubes = {
    "x": drawn(random.lognormal(2, 0.8, shape), 0.2),
    "w": drawn(random.uniform(1, 9, shape), 0.15),
    "y": drawn(random.normal(0.5, 1, shape), 0.1),
}
with open("random.csv", "w") as file:
    file.write("region,sector,indicator,period,value\n")
    for name, cube in cubes.items():
        for (i, region), (j, sector), (k, period) in itertools.product(*map(enumerate, (regions, sectors, periods))):
            cell = "" if np.isnan(cube[i, j, k]) else f"{cube[i, j, k]:g}"
            file.write(f"{region},{sector},{name},{period},{cell}\n")
x, w, y = cubes["x"], cubes["w"], cubes["y"]


def quantile(p):
    return lambda v: np.quantile(v, p, method="linear")


def theil(v, w):
    m = np.average(v, weights=w)
    return np.average(v / m * np.log(v / m), weights=w)


def gini(v, w):
    return (w[:, None] * w * np.abs(v[:, None] - v)).sum() / (2 * w.sum() ** 2 * np.average(v, weights=w))


def spread(v, w):
    return np.sqrt(np.average((v - np.average(v, weights=w)) ** 2, weights=w)) if len(v) > 1 else np.nan


def reached(p):
    def value(v, w):
        order = np.argsort(v)
        share = np.cumsum(w[order]) / w.sum()
        return v[order][np.searchsorted(share, p)]
    return value


plain = {
    "sum(x)": np.sum, "mean(x)": np.mean, "median(x)": np.median, "min(x)": np.min, "max(x)": np.max,
    "stdev(x)": lambda v: np.std(v, ddof=1) if len(v) > 1 else np.nan,
    "cv(x)": lambda v: stats.variation(v, ddof=1) if len(v) > 1 else np.nan,
    "gini(x)": lambda v: gini(v, np.ones(len(v))), "theil(x)": lambda v: theil(v, np.ones(len(v))),
    "quantile(x, 0.9)": quantile(0.9), "quantile(x, 0.25)": quantile(0.25),
    "share(x > 7)": lambda v: np.mean(v > 7) * 100,
}
methods = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen",
           "weibull", "linear", "median_unbiased", "normal_unbiased"]
for number, method in enumerate(methods, 1):
    plain[f"quantile(x, 0.3, type: {number})"] = lambda v, method=method: np.quantile(v, 0.3, method=method)
weighted = {
    "sum(x, weight: w)": lambda v, w: (v * w).sum(), "mean(x, weight: w)": lambda v, w: np.average(v, weights=w),
    "median(x, weight: w)": reached(0.5), "quantile(x, 0.9, weight: w)": reached(0.9),
    "stdev(x, weight: w)": spread, "cv(x, weight: w)": lambda v, w: spread(v, w) / np.average(v, weights=w),
    "gini(x, weight: w)": gini, "theil(x, weight: w)": theil,
    "share(x > 7, weight: w)": lambda v, w: np.average(v > 7, weights=w) * 100,
}
lines = []


def record(text, by, values):
    lines.append("\t".join([text, by, ",".join("-" if np.isnan(v) else repr(float(v)) for v in values)]))


def collapsed(axes, where, apply):
    """Applies to the cells that each combination of the other axes has, in order."""
    kept = [range(n) if axis not in axes else [slice(None)] for axis, n in enumerate(shape)]
    return [apply(tuple(index), where[tuple(index)].ravel()) for index in itertools.product(*kept)]


clauses = [("over region, sector", "", (0, 1)), ("over region", "sector", (0,)), ("by region", "region", (1,)),
           ("over region, period", "sector", (0, 2)), ("over region, sector, period", "", (0, 1, 2))]
for clause, by, axes in clauses:
    for suffix, where in [("", np.full(shape, True)), (" where y > 0", y > 0)]:
        for text, function in plain.items():
            def apply(index, mask):
                v = x[index].ravel()[mask]
                v = v[~np.isnan(v)]
                return function(v) if len(v) else np.nan
            if "period" not in clause or "sum" not in text:
                record(f"{text} {clause}{suffix}", by, collapsed(axes, where, apply))
        def count(index, mask):
            return float((x[index].ravel()[mask] > 7).sum())
        record(f"count(x > 7) {clause}{suffix}", by, collapsed(axes, where, count))
        for text, function in weighted.items():
            def apply(index, mask):
                v, u = x[index].ravel()[mask], w[index].ravel()[mask]
                known = ~np.isnan(v) & ~np.isnan(u)
                return function(v[known], u[known]) if known.any() else np.nan
            if "period" not in clause or "sum" not in text:
                record(f"{text} {clause}{suffix}", by, collapsed(axes, where, apply))
ranks = stats.rankdata(np.where(np.isnan(x), np.inf, -x), method="min", axis=0)
record("rank(x) over region", "region, sector", np.where(np.isnan(x), np.nan, ranks).ravel())
record("first(x) over period", "region, sector", np.where(np.isnan(x[:, :, 0]), x[:, :, 1], x[:, :, 0]).ravel())
record("last(x) over period", "region, sector", np.where(np.isnan(x[:, :, 1]), x[:, :, 0], x[:, :, 1]).ravel())
with open("expected.tsv", "w") as file:
    file.write("\n".join(lines) + "\n")
