"""Opens every workbook of a folder in LibreOffice and compares what it reads with openpyxl and with the JSON.

    workbooks.py FOLDER CONVERTED

LibreOffice saves each workbook anew into CONVERTED, and every cell must have come through.
"""

import json
import pathlib
import subprocess
import sys

import openpyxl

folder, converted = map(pathlib.Path, sys.argv[1:3])
converted.mkdir(parents=True, exist_ok=True)
faults = []


def cells(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: {c.coordinate: c.value for row in sheet for c in row if c.value is not None} for sheet in book}


def numbers_of_tables(blocks):
    """The numbers of each table, in order; those of pictures too."""
    for block in blocks:
        if "blocks" in block:
            yield from numbers_of_tables(block["blocks"])
        elif block["kind"] in ("table", "chart"):
            found = []
            for row in block["rows"]:
                for cell in row["cells"]:
                    cell = cell.get("value") if isinstance(cell, dict) else cell
                    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
                        found.append(float(cell))
            yield found


def numbers_of_sheets(book):
    for sheet in book:
        yield [float(c.value) for row in sheet for c in row if isinstance(c.value, (int, float)) and not isinstance(c.value, bool)]


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) <= 1e-14 * max(abs(left), abs(right))
    return left == right


books = sorted(folder.glob("*.xlsx"))
for path in books:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", converted, path], check=True, capture_output=True)
    before, after = cells(path), cells(converted / path.name)
    if list(before) != list(after):
        faults.append(f"{path.name}: sheets {list(before)} became {list(after)}")
    for title, values in before.items():
        for place, value in values.items():
            other = after.get(title, {}).get(place)
            if not same(value, other):
                faults.append(f"{path.name}: {title}!{place} is {value!r}, and in LibreOffice {other!r}")
            if isinstance(value, str) and value[:1] in "=+-@" and openpyxl.load_workbook(path)[title][place].data_type == "f":
                faults.append(f"{path.name}: {title}!{place} is a formula")
    document = json.loads(path.with_suffix(".json").read_text())
    tables = [t for t in numbers_of_tables(document) if t]
    sheets = [s for s in numbers_of_sheets(openpyxl.load_workbook(path)) if s]
    if sorted(map(sorted, tables)) != sorted(map(sorted, sheets)):
        faults.append(f"{path.name}: {len(tables)} tables of numbers in the JSON, {len(sheets)} sheets, and they differ")

print("\n".join(faults[:40]) or f"{len(books)} workbooks, no faults")
sys.exit(1 if faults or not books else 0)
