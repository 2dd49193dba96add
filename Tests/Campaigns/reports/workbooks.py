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


def answers_in_sheets(blocks):
    """The answers that have a sheet of their own, in order."""
    for block in blocks:
        if "blocks" in block:
            yield from answers_in_sheets(block["blocks"])
        elif block["kind"] in ("table", "chart", "outline"):
            yield block


def numbers_of(answer):
    cells = [cell for row in answer["rows"] for cell in row["cells"]]
    return [float(n) for n in (c.get("value") if isinstance(c, dict) else c for c in cells) if is_number(n)]


def numbers_in(sheet):
    """The numbers of a sheet as they are seen: 5.2% is stored as 0.052."""
    cells = [cell for row in sheet for cell in row if is_number(cell.value)]
    return [cell.value * (100 if cell.number_format.endswith("%") else 1) for cell in cells]


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) <= 1e-13 * max(abs(left), abs(right))
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
    answers = list(answers_in_sheets(json.loads(path.with_suffix(".json").read_text())))
    sheets = openpyxl.load_workbook(path).worksheets[1:]
    if len(answers) != len(sheets):
        faults.append(f"{path.name}: {len(answers)} answers, {len(sheets)} sheets")
    for answer, sheet in zip(answers, sheets):
        # Derivations are in full in the JSON alone.
        if answer["kind"] == "outline":
            continue
        wanted, found = numbers_of(answer), numbers_in(sheet)
        if len(wanted) != len(found) or not all(map(same, wanted, found)):
            faults.append(f"{path.name}: {sheet.title} has other numbers than the JSON")

print("\n".join(faults[:40]) or f"{len(books)} workbooks, no faults")
sys.exit(1 if faults or not books else 0)
