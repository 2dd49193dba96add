"""Writes the sheet of the workload W6b: four columns of numbers, for regions over twenty years.

python3 Tests/Benchmarks/w6cols.py > Tests/Benchmarks/w6cols.csv        ten million rows; another count as an argument
"""

import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
write = sys.stdout.write
write("region,period,a,b,c,k\n")
for i in range(1, count + 1):
    region, year = divmod(i - 1, 20)
    half = ".5" if i % 2 else ""
    write(f"{100_000 + region},{2005 + year},{i * 3 // 2}{half},{i % 7},{1 + i % 13},{i % 5}\n")
