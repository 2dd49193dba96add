"""Writes paths-1.csv, paths-4.csv and paths-12.csv and what numpy makes of scenarios over them: python3 paths.py (numpy 2.4).

A line of paths.tsv holds the sheet, declarations, scenarios (`NAME [from BASE]: lines`, several parted by |), the scenario and
the expression that are asked, the span, and the values, one region after the other; - is a missing value.
"""
import math
import numpy as np

random = np.random.default_rng(20274)
regions = ["r0", "r1", "r2", "r3"]
rows = []


class Panel:
    """Random series of one length of period; the number of periods a year is m."""

    def __init__(self, m):
        self.m, self.first = m, 2015 * m
        self.past, self.horizon = 8 * m, 12 * m
        if m == 12:
            self.first, self.past, self.horizon = 2020 * 12, 36, 60
        self.data = {}
        ends = {"r0": 0, "r1": 0, "r2": 2, "r3": 0}
        for name, low, high in [("x", 50, 150), ("y", 5, 30), ("p", 40, 70), ("d", -9, 9)]:
            for region in regions:
                values = np.full(self.horizon, np.nan)
                n = self.past - ends[region]
                start = 1 if region == "r1" else 0
                values[start:n] = np.round(random.uniform(low, high, n - start), 3)
                if region == "r3":
                    values[2] = np.nan
                self.data[name, region] = values

    def label(self, i):
        o = self.first + i
        return {1: f"{o}", 4: f"{o // 4}Q{o % 4 + 1}", 12: f"{o // 12}M{o % 12 + 1:02d}"}[self.m]

    def write(self):
        units = {"x": "元", "y": "元", "p": "%", "d": "人"}
        lines = ["region,indicator,unit,period,value"]
        for (name, region), values in self.data.items():
            for i, value in enumerate(values):
                if not np.isnan(value):
                    lines.append(f"{region},{name},{units[name]},{self.label(i)},{value!r}".replace("np.float64(", "").replace(")", ""))
        with open(f"paths-{self.m}.csv", "w") as file:
            file.write("\n".join(lines) + "\n")

    def end(self, values):
        return int(np.flatnonzero(~np.isnan(values))[-1])

    def ask(self, declarations, scenarios, under, expression, values):
        """Adds a line of which `values` gives the series of each region."""
        cells = ["-" if v is None or np.isnan(v) else repr(float(v)) for r in regions for v in values[r]]
        span = f"{self.label(0)}..{self.label(self.horizon - 1)}"
        rows.append("\t".join([f"paths-{self.m}.csv", declarations, scenarios, under, expression, span, ",".join(cells)]))


def walk(panel, values, step, begin=None, until=None):
    """Continues `values` behind its end by step(i, value before, index of the step), and holds it where no step is."""
    out = values.copy()
    end = panel.end(values)
    first = end + 1 if begin is None else begin
    for i in range(min(first, end + 1), panel.horizon):
        if i < first or until is not None and i > until:
            out[i] = out[i - 1]
        else:
            out[i] = step(i, out[i - 1], i - first)
    return out


def line(values, a, b, log=False):
    known = [i for i in range(a, b + 1) if not np.isnan(values[i])]
    slope, icept = np.polyfit([i - a for i in known], np.log(values[known]) if log else values[known], 1)
    return lambda i: math.exp(icept + slope * (i - a)) if log else icept + slope * (i - a)


for m in (1, 4, 12):
    P = Panel(m)
    P.write()
    D = P.data
    last = P.past - 1

    def each(name, f, only=regions):
        """The series of each region by f(values, region); regions outside `only` are held."""
        return {r: f(D[name, r], r) if r in only else walk(P, D[name, r], lambda i, v, k: v) for r in regions}

    def one(lines, name, f, only=regions, expression=None):
        P.ask("", f"s: {lines}", "s", expression or name, each(name, f, only))

    per = {"year": 1, "quarter": 4, "month": 12}
    for word, n in per.items():
        for rate in (0.06, -0.03):
            text = f"grows {rate:.0%}" if rate > 0 else f"shrinks {-rate:.0%}"
            one(f"x {text} per {word}", "x", lambda v, r: walk(P, v, lambda i, b, k: b * (1 + rate) ** (n / m)))
        one(f"d rises 1.25 人 per {word}", "d", lambda v, r: walk(P, v, lambda i, b, k: b + 1.25 * n / m))
        one(f"p falls 0.5pp per {word}", "p", lambda v, r: walk(P, v, lambda i, b, k: b - 0.5 * n / m))
    one("x grows 6%", "x", lambda v, r: walk(P, v, lambda i, b, k: b * 1.06 ** (1 / m)))

    goal_at = last + (5 if m < 12 else 14)
    when = P.label(goal_at)

    def reaching(goal, share):
        def make(v, r):
            e = P.end(v)
            return walk(P, v, lambda i, b, k: goal if i >= goal_at else v[e] + (goal - v[e]) * share((i - e) / (goal_at - e)))
        return make

    one(f"x reaches 200 元 by {when}", "x", reaching(200, lambda f: f))
    one(f"p reaches 80% by {when} along scurve", "p", reaching(80, lambda f: 3 * f**2 - 2 * f**3))
    one(f"x reaches 33 元 by {when} along geometric", "x",
        lambda v, r: walk(P, v, lambda i, b, k: 33 if i >= goal_at else v[P.end(v)] * (33 / v[P.end(v)]) ** ((i - P.end(v)) / (goal_at - P.end(v)))))

    a, b = 1, last - 2
    span = f"{P.label(a)}..{P.label(b)}"
    one(f"x follows trend({span})", "x", lambda v, r: walk(P, v, lambda i, _, k: line(v, a, b)(i)))
    one(f"d follows trend({span})", "d", lambda v, r: walk(P, v, lambda i, _, k: line(v, a, b)(i)))
    one(f"x follows trend({span}, log)", "x", lambda v, r: walk(P, v, lambda i, _, k: line(v, a, b, True)(i)))
    growth = lambda v: (v[b] / v[a]) ** (m / (b - a)) - 1
    one(f"x follows cagr({span})", "x", lambda v, r: walk(P, v, lambda i, before, k: before * (1 + growth(v)) ** (1 / m)))

    # r0 grows, the others follow it: values by its growth, percentages by its points.
    lead = walk(P, D["x", "r0"], lambda i, before, k: before * 1.05 ** (1 / m))
    one("x[r0] grows 5%; x[r1] follows r0; x[r2] follows r0; x[r3] follows r0", "x",
        lambda v, r: lead if r == "r0" else walk(P, v, lambda i, before, k: before * lead[i] / lead[i - 1]))
    leads = walk(P, D["p", "r0"], lambda i, before, k: before + 0.4 / m)
    one("p[r0] rises 0.4pp; p[r1] follows r0; p[r2] follows r0; p[r3] follows r0", "p",
        lambda v, r: leads if r == "r0" else walk(P, v, lambda i, before, k: before + leads[i] - leads[i - 1]))

    one("x holds", "x", lambda v, r: walk(P, v, lambda i, before, k: before))
    one("x[r1] grows 9%", "x", lambda v, r: walk(P, v, lambda i, before, k: before * 1.09 ** (1 / m)), ["r1"])
    one("p rises 2pp per year up to 71%", "p", lambda v, r: walk(P, v, lambda i, before, k: min(71, before + 2 / m)))
    one("d falls 3 人 per year down to -10 人", "d", lambda v, r: walk(P, v, lambda i, before, k: max(-10, before - 3 / m)))

    # Beginnings, ends and chains.
    i1, i2 = last + 2, last + 4
    one(f"x grows 6% from {P.label(i1)} until {P.label(i2)}", "x",
        lambda v, r: walk(P, v, lambda i, before, k: before * 1.06 ** (1 / m), i1, i2))
    one(f"x grows 6% until {P.label(i1)}, then 3% until {P.label(i2)}, then rises 1 元", "x",
        lambda v, r: walk(P, v, lambda i, before, k: before * 1.06 ** (1 / m) if i <= i1 else before * 1.03 ** (1 / m) if i <= i2 else before + 1 / m))
    one(f"x = 77 元 at {P.label(i1)}..{P.label(i2)}", "x",
        lambda v, r: walk(P, v, lambda i, before, k: 77.0, i1, i2))
    one(f"x reaches 99 元 by {P.label(i2)} until {P.label(i2)}, then grows 5%", "x",
        lambda v, r: walk(P, v, lambda i, before, k: v[P.end(v)] + (99 - v[P.end(v)]) * (i - P.end(v)) / (i2 - P.end(v)) if i <= i2 else before * 1.05 ** (1 / m)))

    # Shifts rest on nothing, and nothing rests on them.
    def shifted(f, change):
        def make(v, r):
            out = f(v, r).copy()
            for i in range(P.end(v) + 1, P.horizon):
                out[i] = change(i, out[i])
            return out
        return make

    grown = lambda v, r: walk(P, v, lambda i, before, k: before * 1.06 ** (1 / m))
    one("x grows 6%; x += 5 元", "x", shifted(grown, lambda i, v: v + 5))
    one("x *= 1.1", "x", shifted(lambda v, r: walk(P, v, lambda i, before, k: before), lambda i, v: v * 1.1))
    one(f"x grows 6%; x += 5 元 at {P.label(i1)}", "x", shifted(grown, lambda i, v: v + 5 if i == i1 else v))

    # A formula over assumed values, pinned from some period on, and shifted.
    ratio = "alias q = x / y"
    xs, ys = each("x", grown), each("y", lambda v, r: walk(P, v, lambda i, before, k: before + 1 / m))
    body = "s: x grows 6%; y rises 1 元"
    quotient = {r: xs[r] / ys[r] for r in regions}
    P.ask(ratio, body, "s", "q", quotient)
    P.ask(ratio, body + f"; q grows 2% from {P.label(i1)}", "s", "q",
          {r: np.array([quotient[r][i] if i < i1 else quotient[r][i1 - 1] * 1.02 ** ((i - i1 + 1) / m) for i in range(P.horizon)]) for r in regions})
    P.ask(ratio, body + "; q *= 1.5", "s", "q",
          {r: np.array([quotient[r][i] * (1.5 if i > P.end(D["x", r] / D["y", r]) else 1) for i in range(P.horizon)]) for r in regions})

    # An input and a derived value change places: z = x * n is given, and n follows from it.
    z = {}
    for r in regions:
        e = P.end(D["x", r])
        z[r] = D["x", r] * D["d", r]
        for i in range(e + 1, P.horizon):
            z[r][i] = z[r][i - 1] + 2 / m
    P.ask("alias z = x * d", "s: x grows 6%; z rises 2 元·人; d = z / x", "s", "d",
          {r: np.array([D["d", r][i] if i <= P.end(D["x", r]) else z[r][i] / xs[r][i] for i in range(P.horizon)]) for r in regions})

    # Recurrences: a stock fed by a flow, a value with a delay, and an assumption that rests on the periods before.
    stock = {}
    for r in regions:
        level, out = 100.0, []
        for i in range(P.horizon):
            known = not np.isnan(xs[r][i])
            # Where the flow is missing the stock is, and it starts anew behind it.
            level = (level if not np.isnan(level) else 100.0) + xs[r][i]
            out.append(level if known else np.nan)
        stock[r] = np.array(out)
    P.ask("alias stock = (prev(stock) ?? 100 元) + x", "s: x grows 6%", "s", "stock", stock)
    delayed = {r: np.concatenate([[np.nan], 0.5 * xs[r][:-1]]) + ys[r] for r in regions}
    P.ask("alias w = 0.5 * prev(x) + y", body, "s", "w", delayed)
    chained = {}
    for r in regions:
        out = D["y", r].copy()
        for i in range(P.end(out) + 1, P.horizon):
            out[i] = out[i - 1] * 0.9 + 0.1 * xs[r][i - 1]
        chained[r] = out
    P.ask("", "s: x grows 6%; y = 0.9 * prev(y) + 0.1 * prev(x)", "s", "y", chained)
    # Growth that follows another value's growth.
    if m == 1:
        elastic = {}
        for r in regions:
            out = D["y", r].copy()
            for i in range(P.end(out) + 1, P.horizon):
                out[i] = out[i - 1] * (1 + 0.5 * (xs[r][i] / xs[r][i - 1] - 1))
            elastic[r] = out
        P.ask("", "s: x grows 6%; y grows 0.5 * yoy(x)", "s", "y", elastic)
        # The plan of 2024 is laid under the paths, which begin after it; what it leaves open before is missing.
        planned = {}
        for r in regions:
            out = D["x", r].copy()
            i = 2024 - P.first
            out[i] = 180.0
            for k in range(i + 1, P.horizon):
                out[k] = out[k - 1] * 1.06
            planned[r] = out
        P.ask("target x >= 180 元 by 2024", "s from plan: x grows 6%", "s", "x", planned)

    # Children override their bases cell by cell and go on from their own values.
    child = lambda v, r: walk(P, v, lambda i, before, k: before * (1.1 if i <= i2 else 1.06) ** (1 / m))
    P.ask("", f"a: x grows 6% | b from a: x grows 10% until {P.label(i2)}", "b", "x", each("x", child))
    both = shifted(grown, lambda i, v: v + 5 + 1)
    P.ask("", "a: x grows 6%; x += 5 元 | b from a: x += 1 元", "b", "x", each("x", both))
    P.ask("", "a: x grows 6%; x += 5 元 | b from a: x[r0] holds", "b", "x",
          {r: walk(P, D["x", r], lambda i, before, k: before) if r == "r0" else each("x", shifted(grown, lambda i, v: v + 5))[r] for r in regions})
    P.ask("", "a: x grows 6%; otherwise missing | b from a: y holds", "b", "d", {r: D["d", r] for r in regions})

with open("paths.tsv", "w") as file:
    file.write("\n".join(rows) + "\n")
