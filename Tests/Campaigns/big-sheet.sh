#!/usr/bin/env bash
# Times gf on long sheets of a million and of ten million rows, and prints time and peak memory.
#
#   swift build -c release --product gf
#   Tests/Campaigns/big-sheet.sh .build/release/gf
#
# Needs awk and GNU time; the sheets, 21 and 209 MB, are made in a temporary folder and removed.
set -euo pipefail

gf=$(realpath "${1:?the path of gf}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > sum.gf <<'GF'
use "rows.csv"
aggregate total = sum(I01) over region
show total
GF

for regions in 1000 10000; do
  awk -v regions="$regions" 'BEGIN {
    print "region,indicator,period,value"
    for (r = 0; r < regions; r++) for (i = 0; i < 50; i++) for (y = 2003; y < 2023; y++)
      printf "R%05d,I%02d,%d,%d.%d\n", r, i, y, (r * 31 + i * 7 + y) % 997, y % 10
  }' > rows.csv
  echo "== $((regions * 1000)) rows, $(du -m rows.csv | cut -f1) MB"
  command time -f "%e s, %M KB at the peak" "$gf" run sum.gf
done
