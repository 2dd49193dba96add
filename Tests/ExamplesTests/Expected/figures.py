"""Computes the figures of the examples about published panels with pandas, in the order in which the scripts print them.

In this folder: python3 figures.py (pandas 3, numpy 2). A line of figures.tsv holds a script, what a table holds, and its
numbers row by row; - is a missing one.
"""
import numpy as np
import pandas as pd

lines = []


def record(script, content, *rows):
    """Takes series or lists as the rows of a table."""
    numbers = [number for row in rows for number in row]
    cells = ["-" if pd.isna(number) else repr(float(number)) for number in numbers]
    lines.append("\t".join([script, content, ",".join(cells)]))


def columns(script, content, *series):
    """Takes the columns of a table."""
    record(script, content, *zip(*series))


# ---- gapminder
world = pd.read_csv("../../../Examples/gapminder/gapminder.csv")
world["gdp"] = world["gdpPercap"] * world["pop"]
continents = list(dict.fromkeys(world["continent"]))
years = sorted(world["year"].unique())


def mean(group, value="lifeExp", weight="pop"):
    return np.average(group[value], weights=group[weight])


def gini(x, w):
    x, w = np.asarray(x), np.asarray(w, float)
    return (w[:, None] * w * np.abs(x[:, None] - x)).sum() / (2 * w.sum() ** 2 * np.average(x, weights=w))


def theil(x, w):
    share = np.asarray(x) / np.average(x, weights=w)
    return np.average(share * np.log(share), weights=w)


def reached(group, share, value="gdpPercap"):
    """The smallest value at which the countries so far have the share of the people."""
    ordered = group.sort_values(value)
    part = ordered["pop"].cumsum() / ordered["pop"].sum()
    return ordered[value].iloc[np.searchsorted(part, share)]


def yearly(apply, at=years):
    by_year = world.groupby("year")
    return [apply(by_year.get_group(year)) for year in at]


def by_continent(apply, at=years):
    groups = world.groupby(["continent", "year"])
    return [[apply(groups.get_group((continent, year))) for year in at] for continent in continents]


def wide(value):
    return world.pivot(index="country", columns="year", values=value).loc[world["country"].unique()]


record("lives", "life by continent", *by_continent(mean))
record("lives", "world_life", yearly(mean))
middle = [1952, 1982, 2007]
record("lives", "medians", yearly(lambda g: g["lifeExp"].median(), middle), yearly(lambda g: reached(g, 0.5, "lifeExp"), middle))
record("lives", "the poor", yearly(lambda g: mean(g[g["gdpPercap"] < 1000])),
       yearly(lambda g: (g["gdpPercap"] < 1000).sum()),
       yearly(lambda g: 100 * np.average(g["gdpPercap"] < 1000, weights=g["pop"])))
life = wide("lifeExp")
change = (life[2007] - life[1987])[life[2007] < life[1987]].sort_values(kind="stable").head(8)
columns("lives", "shorter lives", life.loc[change.index, 1987], life.loc[change.index, 2007], change)
income = wide("gdpPercap")
five = 100 * ((income[2007] / income[2002]) ** (1 / 5) - 1)
columns("lives", "growth in Oceania", [np.nan, np.nan], five[["Australia", "New Zealand"]])
heads = pd.Series(yearly(lambda g: g["gdp"].sum() / g["pop"].sum()))
record("lives", "income", heads, 100 * ((heads / heads.shift(1)) ** (1 / 5) - 1))
growth = 100 * ((income[2007] / income[1952]) ** (1 / 55) - 1)
record("lives", "the fastest", growth.sort_values(ascending=False).head(5))
last = world[world["year"] == 2007].copy()
last["rank"] = last.groupby("continent")["gdpPercap"].rank(ascending=False, method="min")
top = last[last["rank"] <= 3].sort_values("continent", key=lambda c: c.map(continents.index), kind="stable")
columns("lives", "the richest", top["gdpPercap"], top["rank"])

some = [1952, 1967, 1982, 1997, 2007]
rich, poor = (pd.Series(yearly(lambda g: apply(g["gdpPercap"]), some)) for apply in (max, min))
high, low = (pd.Series(yearly(lambda g: reached(g, share), some)) for share in (0.9, 0.1))
record("inequality", "richest and poorest", rich, poor, rich / poor, high, low, high / low)
whole = pd.Series(yearly(lambda g: theil(g["gdpPercap"], g["pop"])))
record("inequality", "by country and by person", yearly(lambda g: gini(g["gdpPercap"], np.ones(len(g)))),
       yearly(lambda g: gini(g["gdpPercap"], g["pop"])), whole)
parts = world.groupby(["continent", "year"]).agg(gdp=("gdp", "sum"), people=("pop", "sum")).reset_index()
parts["inside"] = [theil(g["gdpPercap"], g["pop"]) for _, g in world.groupby(["continent", "year"])]
parts["income"] = parts["gdp"] / parts["people"]
between = pd.Series([theil(g["income"], g["people"]) for _, g in parts.groupby("year")])
within = pd.Series([np.average(g["inside"], weights=g["gdp"]) for _, g in parts.groupby("year")])
assert np.allclose(whole, between + within, rtol=1e-12, atol=0)
record("inequality", "parts of Theil's index", whole, between, within, 100 * between / whole)


def part(value, year):
    return parts[parts["year"] == year].set_index("continent")[value][continents]


columns("inequality", "continents", *(part(value, year) for value in ("income", "inside") for year in (1952, 2007)))
record("inequality", "rules", [len(years), 0, 0])
columns("inequality", "parts of the world", *(100 * part(value, year) / part(value, year).sum() for value in ("people", "gdp")
                                              for year in (1952, 2007)))

# ---- us-macro
quarters = pd.read_csv("../../../Examples/us-macro/macrodata.csv")
quarters.index = pd.PeriodIndex(quarters["year"].astype(str) + "Q" + quarters["quarter"].astype(str), freq="Q")


def span(first, last):
    return pd.period_range(first, last, freq="Q")


def ends(*texts):
    return pd.PeriodIndex(texts, freq="Q")


def annual(name):
    """The mean of the four quarters of each year that has them."""
    years = quarters.groupby("year")[name]
    return years.mean().where(years.count() == 4)


output = annual("realgdp")
record("growth", "output", output.loc[1999:2009], 100 * output.pct_change(fill_method=None).loc[1999:2009])
decade = 100 * ((output / output.shift(10)) ** 0.1 - 1)
record("growth", "by decade", decade[[1969, 1979, 1989, 1999, 2008]])
step = quarters["realgdp"].pct_change()
annualized = 100 * ((1 + step) ** 4 - 1)
table = [100 * step, annualized, annualized.rolling(4).mean(), 100 * quarters["realgdp"].pct_change(4)]
record("growth", "the recession of 2008", *(row[span("2007Q1", "2009Q3")] for row in table))
record("growth", "quarters in recession", [((step < 0) & (step.shift(1) < 0)).sum()])
table = [100 * quarters["realcons"] / quarters["realgdp"], 100 * quarters["realinv"] / quarters["realgdp"],
         quarters["realdpi"] * 1e9 / (quarters["pop"] * 1e6)]
record("growth", "uses", *(row[ends("1959Q4", "1969Q4", "1979Q4", "1989Q4", "1999Q4", "2008Q4")] for row in table))
record("growth", "investment", (annual("realinv") / annual("realgdp")).loc[2005:2008])

inflation = 100 * quarters["cpi"].pct_change(4)
table = [inflation, inflation.rolling(4).mean(), quarters["tbilrate"], quarters["tbilrate"] - inflation]
record("prices", "dear money", *(row[ends("1979Q4", "1980Q4", "1981Q4", "1982Q4", "1983Q4")] for row in table))
jobless = annual("unemp")
rise = 100 * annual("cpi").pct_change(fill_method=None)
record("prices", "years", *(row.loc[1973:1983] for row in (rise, jobless, jobless.diff())))
wrong = ((quarters["realint"] - (quarters["tbilrate"] - quarters["infl"])).abs() > 0.01 + 1e-9).sum()
record("prices", "rules", [len(quarters) - wrong, wrong, 0])
table = [quarters["infl"], quarters["realint"], quarters["tbilrate"] - quarters["infl"]]
record("prices", "a zero that is none", *(row[span("1959Q1", "1959Q3")] for row in table))
decades = [span(f"{first}Q1", f"{first + 9}Q4") for first in (1960, 1970, 1980, 1990)] + [inflation.dropna().index]
record("prices", "correlations", [np.corrcoef(quarters["unemp"][d], inflation[d])[0, 1] for d in decades])
misery = quarters["unemp"] + inflation
record("prices", "the worst", [misery.max()])
record("prices", "misery", *(row[ends("1980Q1", "1992Q2", "2000Q2", "2009Q3")] for row in (quarters["unemp"], inflation, misery)))
with open("figures.tsv", "w") as file:
    file.write("\n".join(lines) + "\n")
