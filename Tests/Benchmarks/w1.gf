# W1: 13 regions, 5 indicators, 4 years; three ratios, a growth rate, two targets, a line of totals.
#   gf run Tests/Benchmarks/w1.gf --data d=ind.csv --format csv

use "d.csv"

alias gdp_pc = gdp / pop * 1000
alias doctors_rate = doctors / pop * 1000
alias poor_rate = poor / pop * 100
alias gdp_cagr = cagr(gdp, 2021..2024) / 100%

target doctors_rate >= 3.5 by 2024
target poor_rate <= 12 by 2024
aggregate met_here = count(status == met) over targets by region
aggregate met_in_all = count(status == met) over targets

show gdp_pc[2024], doctors_rate[2024], poor_rate[2024], gdp_cagr, met_here by region

# A text prints numbers as a table does, so the digits are asked for.
alias pop_all = sum(pop)
alias gdp_all = sum(gdp)
show "ALL {round((gdp_all / pop_all * 1000)[2024], 9)} {round((sum(doctors) / pop_all * 1000)[2024], 11)} {round((sum(poor) / pop_all * 100)[2024], 10)} {round(cagr(gdp_all, 2021..2024) / 100%, 12)} {met_in_all}"
