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

show "10 2005 {total['10', 2005] : .9} {average['10', 2005] : .9} {weighted['10', 2005] : .9} {least['10', 2005] : .9} {most['10', 2005] : .9} {middle['10', 2005] : .9}"
show "10 2006 {total['10', 2006] : .9} {average['10', 2006] : .9} {weighted['10', 2006] : .9} {least['10', 2006] : .9} {most['10', 2006] : .9} {middle['10', 2006] : .9}"
show "10 2007 {total['10', 2007] : .9} {average['10', 2007] : .9} {weighted['10', 2007] : .9} {least['10', 2007] : .9} {most['10', 2007] : .9} {middle['10', 2007] : .9}"
show "10 2008 {total['10', 2008] : .9} {average['10', 2008] : .9} {weighted['10', 2008] : .9} {least['10', 2008] : .9} {most['10', 2008] : .9} {middle['10', 2008] : .9}"
show "10 2009 {total['10', 2009] : .9} {average['10', 2009] : .9} {weighted['10', 2009] : .9} {least['10', 2009] : .9} {most['10', 2009] : .9} {middle['10', 2009] : .9}"
show "10 2010 {total['10', 2010] : .9} {average['10', 2010] : .9} {weighted['10', 2010] : .9} {least['10', 2010] : .9} {most['10', 2010] : .9} {middle['10', 2010] : .9}"
show "10 2011 {total['10', 2011] : .9} {average['10', 2011] : .9} {weighted['10', 2011] : .9} {least['10', 2011] : .9} {most['10', 2011] : .9} {middle['10', 2011] : .9}"
show "10 2012 {total['10', 2012] : .9} {average['10', 2012] : .9} {weighted['10', 2012] : .9} {least['10', 2012] : .9} {most['10', 2012] : .9} {middle['10', 2012] : .9}"
show "10 2013 {total['10', 2013] : .9} {average['10', 2013] : .9} {weighted['10', 2013] : .9} {least['10', 2013] : .9} {most['10', 2013] : .9} {middle['10', 2013] : .9}"
show "10 2014 {total['10', 2014] : .9} {average['10', 2014] : .9} {weighted['10', 2014] : .9} {least['10', 2014] : .9} {most['10', 2014] : .9} {middle['10', 2014] : .9}"
show "10 2015 {total['10', 2015] : .9} {average['10', 2015] : .9} {weighted['10', 2015] : .9} {least['10', 2015] : .9} {most['10', 2015] : .9} {middle['10', 2015] : .9}"
show "10 2016 {total['10', 2016] : .9} {average['10', 2016] : .9} {weighted['10', 2016] : .9} {least['10', 2016] : .9} {most['10', 2016] : .9} {middle['10', 2016] : .9}"
show "10 2017 {total['10', 2017] : .9} {average['10', 2017] : .9} {weighted['10', 2017] : .9} {least['10', 2017] : .9} {most['10', 2017] : .9} {middle['10', 2017] : .9}"
show "10 2018 {total['10', 2018] : .9} {average['10', 2018] : .9} {weighted['10', 2018] : .9} {least['10', 2018] : .9} {most['10', 2018] : .9} {middle['10', 2018] : .9}"
show "10 2019 {total['10', 2019] : .9} {average['10', 2019] : .9} {weighted['10', 2019] : .9} {least['10', 2019] : .9} {most['10', 2019] : .9} {middle['10', 2019] : .9}"
show "10 2020 {total['10', 2020] : .9} {average['10', 2020] : .9} {weighted['10', 2020] : .9} {least['10', 2020] : .9} {most['10', 2020] : .9} {middle['10', 2020] : .9}"
show "10 2021 {total['10', 2021] : .9} {average['10', 2021] : .9} {weighted['10', 2021] : .9} {least['10', 2021] : .9} {most['10', 2021] : .9} {middle['10', 2021] : .9}"
show "10 2022 {total['10', 2022] : .9} {average['10', 2022] : .9} {weighted['10', 2022] : .9} {least['10', 2022] : .9} {most['10', 2022] : .9} {middle['10', 2022] : .9}"
show "10 2023 {total['10', 2023] : .9} {average['10', 2023] : .9} {weighted['10', 2023] : .9} {least['10', 2023] : .9} {most['10', 2023] : .9} {middle['10', 2023] : .9}"
show "10 2024 {total['10', 2024] : .9} {average['10', 2024] : .9} {weighted['10', 2024] : .9} {least['10', 2024] : .9} {most['10', 2024] : .9} {middle['10', 2024] : .9}"

# The sums of the columns; years do not add, so these are their means as often as there are cells.
aggregate mean_total = mean(total) over province, period
aggregate mean_average = mean(average) over province, period
aggregate mean_weighted = mean(weighted) over province, period
aggregate mean_least = mean(least) over province, period
aggregate mean_most = mean(most) over province, period
aggregate mean_middle = mean(middle) over province, period
aggregate groups = count(average) over province, period
show "all all {mean_total * groups : .9} {mean_average * groups : .9} {mean_weighted * groups : .9} {mean_least * groups : .9} {mean_most * groups : .9} {mean_middle * groups : .9}"
