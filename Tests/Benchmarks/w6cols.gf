# W6b: one expression over four columns of ten million numbers, and the sum of the result.
#   python3 Tests/Benchmarks/w6cols.py > Tests/Benchmarks/w6cols.csv
#   gf run Tests/Benchmarks/w6cols.gf

use "w6cols.csv"

# A sum of ratios means nothing to gf, so it is their mean as often as there are values.
aggregate middle = mean((a - b) / c * 100 + k) over region, period
aggregate value_count = count(known(a)) over region, period

show "sum{value_count} {round(middle * value_count, -4)}"
