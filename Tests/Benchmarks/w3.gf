# W3: half a million series of twenty years, projected twelve years ahead by three laws, each held against its own target.
#   gf run Tests/Benchmarks/w3.gf --data d=long1000.csv --data t=targets1000.csv

use "d.csv"
use "t.csv" with target = "target", better = "dir", period = 2036

set all = indicators where sheet == d

scenario trend { all follows trend(2005..2024) }
scenario cagr { all follows cagr(2005..2024) }
scenario half { all grows cagr(all, 2005..2024) / 2 per year }

# The lines through the data. Rates do not add, so their sum is their mean as often as there are series.
aggregate slopes = sum(slope(all, 2005..2024)) over indicator, region
aggregate intercepts = sum(trend(all, 2005..2024)[2005]) over indicator, region
aggregate mean_cagr = mean(cagr(all, 2005..2024)) over indicator, region
aggregate series = count(known(all[2024])) over indicator, region

# A text prints numbers as a table does, in five digits where they do not come out even, so more are asked for.
show "sums {round(slopes, 3)} {round(intercepts, 2)} {round(mean_cagr / 100% * series, 7)}"

# The first year in which each series is where its target wants it, and how many there are of each.
aggregate first_met = first(period where meets(all) and period > 2024) over period
aggregate year_1 = count(first_met == 2025) over indicator, region
aggregate year_2 = count(first_met == 2026) over indicator, region
aggregate year_3 = count(first_met == 2027) over indicator, region
aggregate year_4 = count(first_met == 2028) over indicator, region
aggregate year_5 = count(first_met == 2029) over indicator, region
aggregate year_6 = count(first_met == 2030) over indicator, region
aggregate year_7 = count(first_met == 2031) over indicator, region
aggregate year_8 = count(first_met == 2032) over indicator, region
aggregate year_9 = count(first_met == 2033) over indicator, region
aggregate year_10 = count(first_met == 2034) over indicator, region
aggregate year_11 = count(first_met == 2035) over indicator, region
aggregate year_12 = count(first_met == 2036) over indicator, region
aggregate never = count(not known(first_met)) over indicator, region
aggregate total = sum(all[2036]) over indicator, region

show "trend {year_1[trend]} {year_2[trend]} {year_3[trend]} {year_4[trend]} {year_5[trend]} {year_6[trend]} {year_7[trend]} {year_8[trend]} {year_9[trend]} {year_10[trend]} {year_11[trend]} {year_12[trend]} {never[trend]} {round(total[trend], 1)}"
show "cagr {year_1[cagr]} {year_2[cagr]} {year_3[cagr]} {year_4[cagr]} {year_5[cagr]} {year_6[cagr]} {year_7[cagr]} {year_8[cagr]} {year_9[cagr]} {year_10[cagr]} {year_11[cagr]} {year_12[cagr]} {never[cagr]} {round(total[cagr], 1)}"
show "half {year_1[half]} {year_2[half]} {year_3[half]} {year_4[half]} {year_5[half]} {year_6[half]} {year_7[half]} {year_8[half]} {year_9[half]} {year_10[half]} {year_11[half]} {year_12[half]} {never[half]} {round(total[half], 1)}"
