# W2b: every row: how each of 500 indicators lies over all regions in each year.
#   gf run Tests/Benchmarks/w2full.gf --data d=long1000.csv --format csv

use "d.csv"

set all = indicators where sheet == d

aggregate total = sum(all) over region
aggregate average = mean(all) over region
aggregate least = min(all) over region
aggregate most = max(all) over region
aggregate middle = median(all) over region

show total, average, least, most, middle by indicator, period top 20

aggregate all_total = sum(total) over indicator, period
aggregate all_average = sum(average) over indicator, period
aggregate all_least = sum(least) over indicator, period
aggregate all_most = sum(most) over indicator, period
aggregate all_middle = sum(middle) over indicator, period
show "all all {round(all_total, 2)} {round(all_average, 5)} {round(all_least, 6)} {round(all_most, 5)} {round(all_middle, 6)}"
