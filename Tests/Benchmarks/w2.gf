# W2: one of two indicators over the other, by region and year, and how it lies within each province and year.
#   gf run Tests/Benchmarks/w2.gf --data d=long1000.csv

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

show "10 2005 {total['10', 2005] : .12} {average['10', 2005] : .12} {weighted['10', 2005] : .12} {least['10', 2005] : .12} {most['10', 2005] : .12} {middle['10', 2005] : .12}"
show "10 2006 {total['10', 2006] : .12} {average['10', 2006] : .12} {weighted['10', 2006] : .12} {least['10', 2006] : .12} {most['10', 2006] : .12} {middle['10', 2006] : .12}"
show "10 2007 {total['10', 2007] : .12} {average['10', 2007] : .12} {weighted['10', 2007] : .12} {least['10', 2007] : .12} {most['10', 2007] : .12} {middle['10', 2007] : .12}"
show "10 2008 {total['10', 2008] : .12} {average['10', 2008] : .12} {weighted['10', 2008] : .12} {least['10', 2008] : .12} {most['10', 2008] : .12} {middle['10', 2008] : .12}"
show "10 2009 {total['10', 2009] : .12} {average['10', 2009] : .12} {weighted['10', 2009] : .12} {least['10', 2009] : .12} {most['10', 2009] : .12} {middle['10', 2009] : .12}"
show "10 2010 {total['10', 2010] : .12} {average['10', 2010] : .12} {weighted['10', 2010] : .12} {least['10', 2010] : .12} {most['10', 2010] : .12} {middle['10', 2010] : .12}"
show "10 2011 {total['10', 2011] : .12} {average['10', 2011] : .12} {weighted['10', 2011] : .12} {least['10', 2011] : .12} {most['10', 2011] : .12} {middle['10', 2011] : .12}"
show "10 2012 {total['10', 2012] : .12} {average['10', 2012] : .12} {weighted['10', 2012] : .12} {least['10', 2012] : .12} {most['10', 2012] : .12} {middle['10', 2012] : .12}"
show "10 2013 {total['10', 2013] : .12} {average['10', 2013] : .12} {weighted['10', 2013] : .12} {least['10', 2013] : .12} {most['10', 2013] : .12} {middle['10', 2013] : .12}"
show "10 2014 {total['10', 2014] : .12} {average['10', 2014] : .12} {weighted['10', 2014] : .12} {least['10', 2014] : .12} {most['10', 2014] : .12} {middle['10', 2014] : .12}"
show "10 2015 {total['10', 2015] : .12} {average['10', 2015] : .12} {weighted['10', 2015] : .12} {least['10', 2015] : .12} {most['10', 2015] : .12} {middle['10', 2015] : .12}"
show "10 2016 {total['10', 2016] : .12} {average['10', 2016] : .12} {weighted['10', 2016] : .12} {least['10', 2016] : .12} {most['10', 2016] : .12} {middle['10', 2016] : .12}"
show "10 2017 {total['10', 2017] : .12} {average['10', 2017] : .12} {weighted['10', 2017] : .12} {least['10', 2017] : .12} {most['10', 2017] : .12} {middle['10', 2017] : .12}"
show "10 2018 {total['10', 2018] : .12} {average['10', 2018] : .12} {weighted['10', 2018] : .12} {least['10', 2018] : .12} {most['10', 2018] : .12} {middle['10', 2018] : .12}"
show "10 2019 {total['10', 2019] : .12} {average['10', 2019] : .12} {weighted['10', 2019] : .12} {least['10', 2019] : .12} {most['10', 2019] : .12} {middle['10', 2019] : .12}"
show "10 2020 {total['10', 2020] : .12} {average['10', 2020] : .12} {weighted['10', 2020] : .12} {least['10', 2020] : .12} {most['10', 2020] : .12} {middle['10', 2020] : .12}"
show "10 2021 {total['10', 2021] : .12} {average['10', 2021] : .12} {weighted['10', 2021] : .12} {least['10', 2021] : .12} {most['10', 2021] : .12} {middle['10', 2021] : .12}"
show "10 2022 {total['10', 2022] : .12} {average['10', 2022] : .12} {weighted['10', 2022] : .12} {least['10', 2022] : .12} {most['10', 2022] : .12} {middle['10', 2022] : .12}"
show "10 2023 {total['10', 2023] : .12} {average['10', 2023] : .12} {weighted['10', 2023] : .12} {least['10', 2023] : .12} {most['10', 2023] : .12} {middle['10', 2023] : .12}"
show "10 2024 {total['10', 2024] : .12} {average['10', 2024] : .12} {weighted['10', 2024] : .12} {least['10', 2024] : .12} {most['10', 2024] : .12} {middle['10', 2024] : .12}"

# The sums of the columns; years do not add, so these are their means as often as there are cells.
aggregate mean_total = mean(total) over province, period
aggregate mean_average = mean(average) over province, period
aggregate mean_weighted = mean(weighted) over province, period
aggregate mean_least = mean(least) over province, period
aggregate mean_most = mean(most) over province, period
aggregate mean_middle = mean(middle) over province, period
aggregate groups = count(average) over province, period
show "all all {mean_total * groups : .12} {mean_average * groups : .12} {mean_weighted * groups : .12} {mean_least * groups : .12} {mean_most * groups : .12} {mean_middle * groups : .12}"
