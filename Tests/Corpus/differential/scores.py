"""Writes scores.tsv, composite scores of random.csv: python3 scores.py (standard library only).

The set holds x (weight 3), w (weight 2, lower is better) and y (weight 1). A line holds the method, region, sector, period and
the weighted mean of the scaled values that are known; a score without any is "-".
"""
import collections
import csv
import fractions
import statistics

weights = {"x": 3, "w": 2, "y": 1}
values = collections.defaultdict(dict)
with open("random.csv") as file:
    for row in csv.DictReader(file):
        cell = (row["region"], row["sector"])
        values[row["indicator"], row["period"]][cell] = fractions.Fraction(row["value"]) if row["value"] else None


def scaled(cells, method, lower):
    known = [value for value in cells.values() if value is not None]
    if method == "range":
        low, high = min(known), max(known)
        place = lambda v: float((high - v if lower else v - low) / (high - low))
    else:
        mean, deviation = statistics.mean(known), statistics.stdev(map(float, known))
        place = lambda v: float(mean - v if lower else v - mean) / deviation
    return {cell: None if value is None else place(value) for cell, value in cells.items()}


with open("scores.tsv", "w") as file:
    for method in ("range", "z"):
        places = {key: scaled(cells, method, key[0] == "w") for key, cells in values.items()}
        for cell in values["x", "2022"]:
            for period in ("2022", "2023"):
                parts = [(weight, places[name, period][cell]) for name, weight in weights.items()]
                known = [(weight, place) for weight, place in parts if place is not None]
                total = sum(weight for weight, _ in known)
                score = sum(weight * place for weight, place in known) / total if known else "-"
                file.write("\t".join([method, *cell, period, str(score)]) + "\n")
