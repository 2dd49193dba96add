# Does the ratio of two uncertain values reach its target, and by when?
use "w4.csv"

alias 比 : % = 甲 / 乙
alias 达标 = 比 >= 27%

scenario 展望 over 1000000 samples {
  甲 = lognormal(1000 万元, 0.10) at 2024
  甲 grows normal(4%, 2pp) per year
  乙 = lognormal(5000 万元, 0.05) at 2024
  乙 grows normal(1%, 1pp) per year
}

aggregate 首年 = first(period where 达标) over period
aggregate 低 = quantile(比, 0.05) over sample
aggregate 中 = median(比) over sample
aggregate 高 = quantile(比, 0.95) over sample

show chance(达标) / 100%, chance(首年 <= period) / 100%, 低, 中, 高
  at 2025..2036 by period under 展望
