# W2b: every row: how each of 500 indicators lies over all regions in each year.
#   gf run Tests/Benchmarks/w2full.gf --data d=long1000.csv

use "d.csv"

set all = indicators where sheet == d

aggregate total = sum(all) over region
aggregate average = mean(all) over region
aggregate least = min(all) over region
aggregate most = max(all) over region
aggregate middle = median(all) over region

show "I001 2005 {total[I001, 2005] : .9} {average[I001, 2005] : .9} {least[I001, 2005] : .9} {most[I001, 2005] : .9} {middle[I001, 2005] : .9}"
show "I001 2006 {total[I001, 2006] : .9} {average[I001, 2006] : .9} {least[I001, 2006] : .9} {most[I001, 2006] : .9} {middle[I001, 2006] : .9}"
show "I001 2007 {total[I001, 2007] : .9} {average[I001, 2007] : .9} {least[I001, 2007] : .9} {most[I001, 2007] : .9} {middle[I001, 2007] : .9}"
show "I001 2008 {total[I001, 2008] : .9} {average[I001, 2008] : .9} {least[I001, 2008] : .9} {most[I001, 2008] : .9} {middle[I001, 2008] : .9}"
show "I001 2009 {total[I001, 2009] : .9} {average[I001, 2009] : .9} {least[I001, 2009] : .9} {most[I001, 2009] : .9} {middle[I001, 2009] : .9}"
show "I001 2010 {total[I001, 2010] : .9} {average[I001, 2010] : .9} {least[I001, 2010] : .9} {most[I001, 2010] : .9} {middle[I001, 2010] : .9}"
show "I001 2011 {total[I001, 2011] : .9} {average[I001, 2011] : .9} {least[I001, 2011] : .9} {most[I001, 2011] : .9} {middle[I001, 2011] : .9}"
show "I001 2012 {total[I001, 2012] : .9} {average[I001, 2012] : .9} {least[I001, 2012] : .9} {most[I001, 2012] : .9} {middle[I001, 2012] : .9}"
show "I001 2013 {total[I001, 2013] : .9} {average[I001, 2013] : .9} {least[I001, 2013] : .9} {most[I001, 2013] : .9} {middle[I001, 2013] : .9}"
show "I001 2014 {total[I001, 2014] : .9} {average[I001, 2014] : .9} {least[I001, 2014] : .9} {most[I001, 2014] : .9} {middle[I001, 2014] : .9}"
show "I001 2015 {total[I001, 2015] : .9} {average[I001, 2015] : .9} {least[I001, 2015] : .9} {most[I001, 2015] : .9} {middle[I001, 2015] : .9}"
show "I001 2016 {total[I001, 2016] : .9} {average[I001, 2016] : .9} {least[I001, 2016] : .9} {most[I001, 2016] : .9} {middle[I001, 2016] : .9}"
show "I001 2017 {total[I001, 2017] : .9} {average[I001, 2017] : .9} {least[I001, 2017] : .9} {most[I001, 2017] : .9} {middle[I001, 2017] : .9}"
show "I001 2018 {total[I001, 2018] : .9} {average[I001, 2018] : .9} {least[I001, 2018] : .9} {most[I001, 2018] : .9} {middle[I001, 2018] : .9}"
show "I001 2019 {total[I001, 2019] : .9} {average[I001, 2019] : .9} {least[I001, 2019] : .9} {most[I001, 2019] : .9} {middle[I001, 2019] : .9}"
show "I001 2020 {total[I001, 2020] : .9} {average[I001, 2020] : .9} {least[I001, 2020] : .9} {most[I001, 2020] : .9} {middle[I001, 2020] : .9}"
show "I001 2021 {total[I001, 2021] : .9} {average[I001, 2021] : .9} {least[I001, 2021] : .9} {most[I001, 2021] : .9} {middle[I001, 2021] : .9}"
show "I001 2022 {total[I001, 2022] : .9} {average[I001, 2022] : .9} {least[I001, 2022] : .9} {most[I001, 2022] : .9} {middle[I001, 2022] : .9}"
show "I001 2023 {total[I001, 2023] : .9} {average[I001, 2023] : .9} {least[I001, 2023] : .9} {most[I001, 2023] : .9} {middle[I001, 2023] : .9}"
show "I001 2024 {total[I001, 2024] : .9} {average[I001, 2024] : .9} {least[I001, 2024] : .9} {most[I001, 2024] : .9} {middle[I001, 2024] : .9}"

# Whether years add the sheet does not say, so a sum over them is their mean as often as there are groups.
aggregate mean_total = mean(total) over indicator, period
aggregate mean_average = mean(average) over indicator, period
aggregate mean_least = mean(least) over indicator, period
aggregate mean_most = mean(most) over indicator, period
aggregate mean_middle = mean(middle) over indicator, period
aggregate groups = count(total) over indicator, period
show "all all {mean_total * groups : .9} {mean_average * groups : .9} {mean_least * groups : .9} {mean_most * groups : .9} {mean_middle * groups : .9}"
