# W2b: every row of a sheet, grouped by indicator and year.
#   gf run Tests/Benchmarks/w2full.gf --data d=long1000.csv

use "d.csv"

set all = indicators where sheet == d

aggregate sums = sum(all) over region
aggregate means = mean(all) over region
aggregate lows = min(all) over region
aggregate highs = max(all) over region
aggregate middles = median(all) over region

# A text prints numbers as a table does, in five digits where they do not come out even, so more are asked for.
show "I001 2005 {round(sums[I001, 2005], 4)} {round(means[I001, 2005], 8)} {lows[I001, 2005]} {highs[I001, 2005]} {round(middles[I001, 2005], 6)}"
show "I001 2006 {round(sums[I001, 2006], 4)} {round(means[I001, 2006], 8)} {lows[I001, 2006]} {highs[I001, 2006]} {round(middles[I001, 2006], 6)}"
show "I001 2007 {round(sums[I001, 2007], 4)} {round(means[I001, 2007], 8)} {lows[I001, 2007]} {highs[I001, 2007]} {round(middles[I001, 2007], 6)}"
show "I001 2008 {round(sums[I001, 2008], 4)} {round(means[I001, 2008], 8)} {lows[I001, 2008]} {highs[I001, 2008]} {round(middles[I001, 2008], 6)}"
show "I001 2009 {round(sums[I001, 2009], 4)} {round(means[I001, 2009], 8)} {lows[I001, 2009]} {highs[I001, 2009]} {round(middles[I001, 2009], 6)}"
show "I001 2010 {round(sums[I001, 2010], 4)} {round(means[I001, 2010], 8)} {lows[I001, 2010]} {highs[I001, 2010]} {round(middles[I001, 2010], 6)}"
show "I001 2011 {round(sums[I001, 2011], 4)} {round(means[I001, 2011], 8)} {lows[I001, 2011]} {highs[I001, 2011]} {round(middles[I001, 2011], 6)}"
show "I001 2012 {round(sums[I001, 2012], 4)} {round(means[I001, 2012], 8)} {lows[I001, 2012]} {highs[I001, 2012]} {round(middles[I001, 2012], 6)}"
show "I001 2013 {round(sums[I001, 2013], 4)} {round(means[I001, 2013], 8)} {lows[I001, 2013]} {highs[I001, 2013]} {round(middles[I001, 2013], 6)}"
show "I001 2014 {round(sums[I001, 2014], 4)} {round(means[I001, 2014], 8)} {lows[I001, 2014]} {highs[I001, 2014]} {round(middles[I001, 2014], 6)}"
show "I001 2015 {round(sums[I001, 2015], 4)} {round(means[I001, 2015], 8)} {lows[I001, 2015]} {highs[I001, 2015]} {round(middles[I001, 2015], 6)}"
show "I001 2016 {round(sums[I001, 2016], 4)} {round(means[I001, 2016], 8)} {lows[I001, 2016]} {highs[I001, 2016]} {round(middles[I001, 2016], 6)}"
show "I001 2017 {round(sums[I001, 2017], 4)} {round(means[I001, 2017], 8)} {lows[I001, 2017]} {highs[I001, 2017]} {round(middles[I001, 2017], 6)}"
show "I001 2018 {round(sums[I001, 2018], 4)} {round(means[I001, 2018], 8)} {lows[I001, 2018]} {highs[I001, 2018]} {round(middles[I001, 2018], 6)}"
show "I001 2019 {round(sums[I001, 2019], 4)} {round(means[I001, 2019], 8)} {lows[I001, 2019]} {highs[I001, 2019]} {round(middles[I001, 2019], 6)}"
show "I001 2020 {round(sums[I001, 2020], 4)} {round(means[I001, 2020], 8)} {lows[I001, 2020]} {highs[I001, 2020]} {round(middles[I001, 2020], 6)}"
show "I001 2021 {round(sums[I001, 2021], 4)} {round(means[I001, 2021], 8)} {lows[I001, 2021]} {highs[I001, 2021]} {round(middles[I001, 2021], 6)}"
show "I001 2022 {round(sums[I001, 2022], 4)} {round(means[I001, 2022], 8)} {lows[I001, 2022]} {highs[I001, 2022]} {round(middles[I001, 2022], 6)}"
show "I001 2023 {round(sums[I001, 2023], 4)} {round(means[I001, 2023], 8)} {lows[I001, 2023]} {highs[I001, 2023]} {round(middles[I001, 2023], 6)}"
show "I001 2024 {round(sums[I001, 2024], 4)} {round(means[I001, 2024], 8)} {lows[I001, 2024]} {highs[I001, 2024]} {round(middles[I001, 2024], 6)}"

# Whether years add the sheet does not say, so a sum over them is their mean as often as there are cells.
aggregate mean_of_sums = mean(sums) over indicator, period
aggregate mean_of_means = mean(means) over indicator, period
aggregate mean_of_lows = mean(lows) over indicator, period
aggregate mean_of_highs = mean(highs) over indicator, period
aggregate mean_of_middles = mean(middles) over indicator, period
aggregate group_count = count(known(sums)) over indicator, period
show "all all {round(mean_of_sums * group_count, 0)} {round(mean_of_means * group_count, 3)} {round(mean_of_lows * group_count, 4)} {round(mean_of_highs * group_count, 1)} {round(mean_of_middles * group_count, 3)}"
