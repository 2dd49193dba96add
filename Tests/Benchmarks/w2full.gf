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

# Whether years add the sheet does not say, so a sum over them is their mean as often as there are cells.
aggregate mean_total = mean(total) over indicator, period
aggregate mean_average = mean(average) over indicator, period
aggregate mean_least = mean(least) over indicator, period
aggregate mean_most = mean(most) over indicator, period
aggregate mean_middle = mean(middle) over indicator, period
aggregate cells = count(total) over indicator, period
show "all all {round(mean_total * cells, 0)} {round(mean_average * cells, 3)} {round(mean_least * cells, 4)} {round(mean_most * cells, 1)} {round(mean_middle * cells, 3)}"
