"""Writes time.csv and what pandas makes of it: python3 time.py (pandas 3.1, numpy 2.4).

A line of time.tsv holds an expression, the periods it is shown at, and its values, one region after the other.
"""
import numpy as np
import pandas as pd

random = np.random.default_rng(20240)
regions = ["r0", "r1", "r2", "r3"]
months = pd.period_range("2020-01", "2023-12", freq="M")
starts = dict(zip(regions, [0, 5, 14, 0]))
frames = {}
lines = ["region,indicator,unit,period,value"]
for name, unit, low, high in [("f", "元", 5, 50), ("l", "人", 100, 120), ("p", "%", 3, 8), ("w", "人", 1, 9)]:
    frame = pd.DataFrame(np.round(random.uniform(low, high, (len(months), 4)), 3), index=months, columns=regions)
    for region in regions:
        frame.loc[frame.index[: starts[region]], region] = np.nan
        gaps = random.random(len(months)) < (0 if region == "r3" else 0.03)
        frame.loc[gaps, region] = np.nan
        # Some of what is missing has no row, and some an empty cell.
        for month, value in frame[region].items():
            if np.isnan(value) and random.random() < 0.5:
                continue
            cell = "" if np.isnan(value) else repr(float(value))
            lines.append(f"{region},{name},{unit},{month.year}M{month.month:02d},{cell}")
    frames[name] = frame
with open("time.csv", "w") as file:
    file.write("\n".join(lines) + "\n")
f, l, p, w = (frames[name] for name in "flpw")


def whole(frame, rule, how):
    """Collapses the months of longer periods, all of which must be known."""
    return frame.groupby(frame.index.asfreq(rule)).agg(lambda v: getattr(v, how)(skipna=False))


def weighted(frame, weight, rule):
    return whole(frame * weight, rule, "sum") / whole(weight + 0 * frame, rule, "sum")


def last(frame, rule):
    groups = frame.groupby(frame.index.asfreq(rule))
    return groups.apply(lambda v: v.iloc[-1])


cumulated = f.groupby(f.index.year).cumsum(skipna=False).where(f.groupby(f.index.year).transform(lambda v: v.isna().cumsum() == 0))
base = f[f.index.year == 2021].mean(skipna=False)
results = {
    "prev(f)": f.shift(1), "diff(f)": f.diff(), "diff(p)": p.diff(),
    "yoy(f)": (f / f.shift(12) - 1) * 100, "mom(l)": (l / l.shift(1) - 1) * 100,
    "cagr(l, 2)": ((l / l.shift(24)) ** 0.5 - 1) * 100, "ytd(f)": cumulated,
    "rolling(f, 3, sum)": f.rolling(3).sum(), "rolling(p, 6, mean)": p.rolling(6).mean(),
    "rolling(l, 4, max)": l.rolling(4).max(), "rolling(l, 5, median)": l.rolling(5).median(),
    "index(f)": f / f.shift(12) * 100, "rebase(f, 2021)": f / base * 100,
    "quarterly(f)": whole(f, "Q", "sum"), "quarterly(l)": last(l, "Q"), "quarterly(p, mean)": whole(p, "Q", "mean"),
    "quarterly(p, weight: w)": weighted(p, w, "Q"), "annual(f)": whole(f, "Y", "sum"), "annual(l)": last(l, "Y"),
    "annual(p, mean)": whole(p, "Y", "mean"), "annual(p, weight: w)": weighted(p, w, "Y"),
    "annual(l, min)": whole(l, "Y", "min"), "yoy(annual(l))": last(l, "Y").pct_change(fill_method=None) * 100,
    "annual(f) / annual(l)": whole(f, "Y", "sum") / last(l, "Y"),
    "diff(quarterly(l))": last(l, "Q").diff(), "annual(quarterly(f))": whole(f, "Y", "sum"),
}
with open("time.tsv", "w") as file:
    for text, frame in results.items():
        code = frame.index.freqstr[0]
        ends = {"M": "2020M01..2023M12", "Q": "2020Q1..2023Q4", "Y": "2020..2023"}[code]
        cells = ["-" if np.isnan(v) else repr(float(v)) for region in regions for v in frame[region]]
        file.write("\t".join([text, ends, ",".join(cells)]) + "\n")
