#!/usr/bin/env bash
# Makes a long sheet of 1 million rows and one of 10 million, runs an aggregate over each, and prints time and memory.
#
#   swift build -c release --product gf
#   Tests/Campaigns/big-sheet.sh .build/release/gf [ROWS…]
#
# Needs awk and python3. The sheets (23 and 249 MB) stand in a temporary folder that is removed at the end. Every value is
# the number of its row, so the total that must come out is printed above each answer.
set -euo pipefail

gf=$(realpath "${1:?the path of gf}")
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

for rows in ${@:-1000000 10000000}; do
  # Regions × 10 indicators × 10 years, in this order.
  awk -v rows="$rows" 'BEGIN {
    print "region,indicator,period,value"
    for (row = 0; row < rows; row++) {
      printf "r%06d,i%d,%d,%d\n", int(row / 100), int(row / 10) % 10, 2014 + row % 10, row + 1
    }
  }' >sheet.csv
  cat >script.gf <<'SCRIPT'
use "sheet.csv"
indicator i0 kind level
aggregate total = sum(i0) over region
aggregate middle = median(i0) over region
show total, middle at 2023
SCRIPT
  awk -v rows="$rows" 'BEGIN {
    for (row = 9; row < rows; row += 100) sum += row + 1
    printf "rows %d: expected total %.0f\n", rows, sum
  }'
  python3 - "$gf" <<'MEASURE'
import resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.run([sys.argv[1], "run", "script.gf"]).returncode
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"status {status}, {seconds:.2f} s, cpu {used.ru_utime + used.ru_stime:.2f} s, peak {used.ru_maxrss / 1024:.0f} MiB")
MEASURE
done
