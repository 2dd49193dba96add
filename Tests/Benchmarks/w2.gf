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

# The sums of the columns; years do not add, so these are their means as often as there are cells.
aggregate mean_total = mean(total) over province, period
aggregate mean_average = mean(average) over province, period
aggregate mean_weighted = mean(weighted) over province, period
aggregate mean_least = mean(least) over province, period
aggregate mean_most = mean(most) over province, period
aggregate mean_middle = mean(middle) over province, period
aggregate groups = count(average) over province, period
show "all all {round(mean_total * groups, 5)} {round(mean_average * groups, 6)} {round(mean_weighted * groups, 6)} {round(mean_least * groups, 7)} {round(mean_most * groups, 6)} {round(mean_middle * groups, 6)}"
