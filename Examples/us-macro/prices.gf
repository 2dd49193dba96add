# Prices, interest and unemployment: percentages, percentage points and a zero that is none.
#
#   gf run Examples/us-macro/prices.gf

use "macrodata.csv"

indicator cpi kind index
indicator unemp : % kind ratio better lower
indicator tbilrate : % kind rate
indicator infl : % kind rate
indicator realint : pp kind rate

# ---- Inflation and real interest --------------------------------------------------------------------------------------

## Inflation as it is usually told: prices against those of the same quarter a year before.
alias inflation = yoy(cpi)

## What a lender of three months earns beyond rising prices. The difference of two percentages is in percentage points.
alias real_rate = tbilrate - inflation

show "1. When money became dear: 1979 to 1983"
show inflation, rolling(inflation, 4), tbilrate, real_rate at 1979Q4, 1980Q4, 1981Q4, 1982Q4, 1983Q4

# ---- Years ------------------------------------------------------------------------------------------------------------
# An index and a rate are not added up; the year's figure is the mean of its quarters, and that is said.

alias prices = annual(cpi, mean)
alias jobless = annual(unemp, mean)

show "2. Year by year"
show yoy(prices), jobless, diff(jobless) at 1973..1983

# ---- A check of the sheet ---------------------------------------------------------------------------------------------
# The sheet prints its own real interest, from the inflation of one quarter. It is the difference of two printed columns,
# but for the first quarter: there is no quarter before it, and the sheet has 0 where nothing is known.

rule real_interest "real interest should be the bill rate less inflation":
  realint ≈ tbilrate - infl within 0.01pp severity info

show "3. A zero that is none"
show rules
show infl, realint, tbilrate - infl at 1959Q1..1959Q3

# ---- Unemployment against inflation -----------------------------------------------------------------------------------
# In the sixties low unemployment went with rising prices, as Phillips had found; later it did not.

aggregate sixties = correlation(unemp[1960Q1..1969Q4], inflation[1960Q1..1969Q4]) over period
aggregate seventies = correlation(unemp[1970Q1..1979Q4], inflation[1970Q1..1979Q4]) over period
aggregate eighties = correlation(unemp[1980Q1..1989Q4], inflation[1980Q1..1989Q4]) over period
aggregate nineties = correlation(unemp[1990Q1..1999Q4], inflation[1990Q1..1999Q4]) over period
aggregate all_years = correlation(unemp, inflation) over period

show "4. Correlation of unemployment and inflation"
show sixties, seventies, eighties, nineties, all_years

# ---- A sum of percentages ---------------------------------------------------------------------------------------------
# unemp + inflation is refused: they are shares of different wholes. The "misery index" adds them all the same; as points,
# it may, and the script says that this is meant.

alias misery = (unemp - 0%) + (inflation - 0%)
aggregate worst = max(misery) over period

show "5. The misery index"
show worst
show unemp, inflation, misery at 1980Q1, 1992Q2, 2000Q2, 2009Q3

show "6. Where its worst comes from"
explain misery[1980Q1]
