"""Writes panels of other shapes and what pandas makes of them: python3 panels.py (pandas 3, numpy 2).

sparse.csv   30 regions and 13 years with a third of the rows left out and empty cells; shuffled; rows that stand twice
cube.csv     regions, sectors and sexes as columns of a long sheet, shuffled
monthly.csv  three years of months with holes: a flow, a level, a price
A line of panels.tsv holds a sheet, declarations, a question, and its numbers row by row.
"""
import numpy as np
import pandas as pd

random = np.random.default_rng(1202)
lines = []


def record(sheet, declarations, question, values):
    cells = ["-" if pd.isna(value) else repr(float(value)) for value in values]
    lines.append("\t".join([sheet, declarations, question, ",".join(cells)]))


def seen(values):
    """The values in the order in which they first appear, which is that of members."""
    return list(dict.fromkeys(values))


def gini(x, w):
    x, w = np.asarray(x), np.asarray(w)
    return (w[:, None] * w * np.abs(x[:, None] - x)).sum() / (2 * w.sum() ** 2 * np.average(x, weights=w))


def theil(x, w):
    share = np.asarray(x) / np.average(x, weights=w)
    return np.average(share * np.log(share), weights=w)


def spread(x, w):
    return np.sqrt(np.average((x - np.average(x, weights=w)) ** 2, weights=w))


# ---- sparse.csv
years = range(2001, 2014)
rows = [(f"r{r:02}", year) for r in range(30) for year in years if random.random() < 0.67]
panel = pd.DataFrame(rows, columns=["region", "year"])
panel["income"] = np.round(random.lognormal(9, 0.9, len(panel)), 2)
panel["people"] = np.round(random.lognormal(14, 1.3, len(panel)))
panel["output"] = np.round(panel["income"] * panel["people"] * random.uniform(0.9, 1.4, len(panel)) / 1e3, 1)
for column, share in [("income", 0.15), ("people", 0.1), ("output", 0.2)]:
    panel.loc[random.random(len(panel)) < share, column] = np.nan
panel = panel.sample(frac=1, random_state=1).reset_index(drop=True)
panel = panel[panel[["income", "people", "output"]].notna().any(axis=1)]
twice = pd.concat([panel, panel.sample(frac=0.2, random_state=2)]).sample(frac=1, random_state=3)
twice.to_csv("sparse.csv", index=False)
panel = twice.drop_duplicates()
by_year = panel.groupby("year")


def each_year(apply, columns):
    known = panel.dropna(subset=columns).groupby("year")
    return [apply(*(known.get_group(year)[column] for column in columns)) for year in years]


def over_regions(text, apply, columns):
    record("sparse.csv", "", f"show {text} at 2001..2013", each_year(apply, columns))


over_regions("sum(income)", pd.Series.sum, ["income"])
over_regions("mean(income)", pd.Series.mean, ["income"])
over_regions("median(income)", pd.Series.median, ["income"])
over_regions("stdev(income)", pd.Series.std, ["income"])
over_regions("cv(income)", lambda x: x.std() / x.mean(), ["income"])
for p in [0, 0.1, 0.25, 0.9, 1]:
    over_regions(f"quantile(income, {p})", lambda x, p=p: x.quantile(p), ["income"])
over_regions("gini(income)", lambda x: gini(x, np.ones(len(x))), ["income"])
over_regions("theil(income)", lambda x: theil(x, np.ones(len(x))), ["income"])
both = ["income", "people"]
over_regions("sum(income, weight: people)", lambda x, w: (x * w).sum(), both)
over_regions("mean(income, weight: people)", lambda x, w: np.average(x, weights=w), both)
over_regions("stdev(income, weight: people)", spread, both)
over_regions("gini(income, weight: people)", gini, both)
over_regions("theil(income, weight: people)", theil, both)
over_regions("ratio(output, people)", lambda x, w: x.sum() / w.sum(), ["output", "people"])
over_regions("correlation(income, people)", lambda x, w: np.corrcoef(x, w)[0, 1], both)
over_regions("share(income > 9000)", lambda x: 100 * (x > 9000).mean(), ["income"])
over_regions("share(income > 9000, weight: people)", lambda x, w: 100 * np.average(x > 9000, weights=w), both)
over_regions("max(income) / min(income)", lambda x: x.max() / x.min(), ["income"])

regions = seen(twice["region"])
grid = {c: panel.pivot(index="region", columns="year", values=c).reindex(index=regions, columns=years) for c in
        ["income", "people", "output"]}


def by_region(text, frame, last="2001..2013"):
    record("sparse.csv", "", f"show {text} at {last} by region", frame.to_numpy().ravel())


income, people, output = grid["income"], grid["people"], grid["output"]
by_region("income", income)
by_region("yoy(income)", 100 * income.pct_change(axis=1, fill_method=None))
by_region("diff(income)", income.diff(axis=1))
by_region("cagr(income, 3)", 100 * ((income / income.shift(3, axis=1)) ** (1 / 3) - 1))
by_region("rolling(income, 3)", income.T.rolling(3).mean().T)
by_region("rolling(income, 2, max)", income.T.rolling(2).max().T)
by_region("share(people)", 100 * people / people.sum())
by_region("rank(income)", income.rank(ascending=False, method="min"))
by_region("output / people", output / people)
by_region("(output - income) / (output + income)", (output - income) / (output + income))
by_region("rebase(income, 2004)", income.div(income[2004], axis=0) * 100)

# ---- cube.csv
regions, sectors, sexes = [f"g{r}" for r in range(6)], ["farming", "industry", "services"], ["f", "m"]
cube = pd.MultiIndex.from_product([regions, sectors, sexes, [2021, 2022, 2023]],
                                  names=["region", "sector", "sex", "year"]).to_frame(index=False)
cube["jobs"] = random.integers(50, 5000, len(cube))
cube["pay"] = np.round(random.normal(4000, 900, len(cube)), 1)
cube.loc[random.random(len(cube)) < 0.12, "pay"] = np.nan
long = cube.melt(["region", "sector", "sex", "year"], ["jobs", "pay"], "indicator", "value")
long = long[random.random(len(long)) < 0.93].sample(frac=1, random_state=5)
long.to_csv("cube.csv", index=False)
order = {name: seen(long[name]) for name in ["region", "sector", "sex"]}
wide = long.pivot(index=["region", "sector", "sex", "year"], columns="indicator", values="value").reset_index()


def cells(text, over, apply, columns):
    kept = [name for name in ["region", "sector", "sex"] if name not in over]
    known = wide.dropna(subset=columns)
    keys = pd.MultiIndex.from_product([order[name] for name in kept] + [[2021, 2022, 2023]])
    keys = keys if kept else keys.get_level_values(0)
    found = known.groupby(kept + ["year"])[columns].apply(lambda g: apply(*(g[c] for c in columns)))
    record("cube.csv", f"aggregate a = {text} over {', '.join(over)}",
           "show a at 2021..2023" + (" by " + ", ".join(kept) if kept else ""), found.reindex(keys))


for over in [["sex"], ["region"], ["region", "sex"], ["region", "sector"], ["region", "sector", "sex"]]:
    cells("sum(jobs)", over, pd.Series.sum, ["jobs"])
    cells("mean(pay, weight: jobs)", over, lambda x, w: np.average(x, weights=w), ["pay", "jobs"])
    cells("median(pay)", over, pd.Series.median, ["pay"])
    cells("min(pay)", over, pd.Series.min, ["pay"])
    cells("quantile(pay, 0.9)", over, lambda x: x.quantile(0.9), ["pay"])
    cells("gini(pay, weight: jobs)", over, gini, ["pay", "jobs"])

# ---- monthly.csv
months = pd.period_range("2021-01", "2023-12", freq="M")
monthly = pd.MultiIndex.from_product([["east", "west", "north"], months], names=["region", "month"]).to_frame(index=False)
monthly["sales"] = np.round(random.lognormal(5, 0.4, len(monthly)), 2)
monthly["stock"] = random.integers(100, 900, len(monthly)).astype(float)
monthly.loc[(monthly.region == "west") & (monthly.month == "2022-05"), "sales"] = np.nan
monthly.loc[(monthly.region == "north") & (monthly.month == "2021-12"), "stock"] = np.nan
monthly["price"] = np.round(random.normal(60, 8, len(monthly)), 1)
monthly = monthly[~((monthly.region == "north") & (monthly.month == "2023-02"))].sample(frac=1, random_state=7)
printed = monthly.assign(month=monthly.month.map(lambda m: f"{m.year}M{m.month:02}"))
printed.rename(columns={"month": "period"}).to_csv("monthly.csv", index=False)
places = seen(monthly["region"])
sales, stock, price = (monthly.pivot(index="region", columns="month", values=c).reindex(index=places, columns=months) for c in
                       ["sales", "stock", "price"])
kinds = "indicator sales kind flow; indicator stock kind level; indicator price kind ratio"


def yearly(frame, apply):
    return [apply(frame.loc[place, [m for m in months if m.year == year]]) for place in places for year in
            [2021, 2022, 2023]]


record("monthly.csv", kinds, "show annual(sales) at 2021..2023 by region", yearly(sales, lambda x: x.sum(skipna=False)))
record("monthly.csv", kinds, "show annual(stock) at 2021..2023 by region", yearly(stock, lambda x: x.iloc[-1]))
span = "at 2021M01..2023M12 by region"
record("monthly.csv", kinds, f"show yoy(sales) {span}", 100 * sales.pct_change(12, axis=1, fill_method=None).to_numpy().ravel())
record("monthly.csv", kinds, f"show diff(stock) {span}", stock.diff(axis=1).to_numpy().ravel())
record("monthly.csv", kinds, f"show rolling(sales, 12) {span}", sales.T.rolling(12).mean().T.to_numpy().ravel())
ytd = sales.T.groupby(lambda m: m.year).apply(lambda g: g.cumsum(skipna=False)).droplevel(0).T
record("monthly.csv", kinds, f"show ytd(sales) {span}", ytd[months].to_numpy().ravel())
def parts(question, apply, frames, length):
    """Applies to the months of each half-year, quarter or year."""
    spans = [months[start:start + length] for start in range(0, len(months), length)]
    found = [apply(*(frame.loc[place, span] for frame in frames)) for place in places for span in spans]
    record("monthly.csv", kinds, f"show {question} by region", found)


total = lambda x: x.sum(skipna=False)
weighed = lambda x, w: (x * w).sum(skipna=False) / w.sum(skipna=False)
parts("annual(price, mean) at 2021..2023", lambda x: x.mean(skipna=False), [price], 12)
parts("annual(price, weight: sales) at 2021..2023", weighed, [price, sales], 12)
parts("annual(stock, max) at 2021..2023", lambda x: x.max(skipna=False), [stock], 12)
parts("annual(sales) / annual(stock) at 2021..2023", lambda x, y: total(x) / y.iloc[-1], [sales, stock], 12)
parts("halfyearly(sales) at 2021H1..2023H2", total, [sales], 6)
parts("quarterly(sales) at 2021Q1..2023Q4", total, [sales], 3)
parts("quarterly(stock) at 2021Q1..2023Q4", lambda x: x.iloc[-1], [stock], 3)
parts("quarterly(price, weight: sales) at 2021Q1..2023Q4", weighed, [price, sales], 3)
record("monthly.csv", kinds, f"show mom(price) {span}", 100 * price.pct_change(axis=1, fill_method=None).to_numpy().ravel())
record("monthly.csv", kinds, f"show rolling(price, 3, median) {span}", price.T.rolling(3).median().T.to_numpy().ravel())
record("monthly.csv", kinds, f"show rebase(price, 2022M06) {span}",
       (100 * price.div(price[pd.Period("2022-06")], axis=0)).to_numpy().ravel())
grown = sales.T.groupby(lambda m: m.year).sum(min_count=12).T
record("monthly.csv", kinds, "show yoy(annual(sales)) at 2021..2023 by region",
       100 * grown.pct_change(axis=1, fill_method=None).to_numpy().ravel())
with open("panels.tsv", "w") as file:
    file.write("\n".join(lines) + "\n")
