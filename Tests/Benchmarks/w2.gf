# W2: one of two indicators over the other, by region and year, and how it lies within each province and year.
#   gf run Tests/Benchmarks/w2.gf --data d=long1000.csv --format csv

use "d.csv" with province = "region[1..2]"

alias ratio = I010 / I020 * 100

aggregate counties = count(ratio) by province
aggregate average = mean(ratio) by province
aggregate weighted = mean(ratio, weight: I020) by province
aggregate least = min(ratio) by province
aggregate most = max(ratio) by province
aggregate middle = median(ratio) by province

# Ratios do not add, so their sum is their mean as often as there are counties.
alias total = average * counties

show total, average, weighted, least, most, middle by province, period top 20

aggregate all_total = sum(total) over province, period
aggregate all_average = sum(average) over province, period
aggregate all_weighted = sum(weighted) over province, period
aggregate all_least = sum(least) over province, period
aggregate all_most = sum(most) over province, period
aggregate all_middle = sum(middle) over province, period
show "all all {round(all_total, 6)} {round(all_average, 7)} {round(all_weighted, 7)} {round(all_least, 7)} {round(all_most, 7)} {round(all_middle, 7)}"
