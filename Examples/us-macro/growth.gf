# From quarters to years: the growth of the United States from 1959 to the third quarter of 2009.
#
#   gf run Examples/us-macro/growth.gf

# The sheet has a column for the year and one for the quarter; together they are the period.
use "macrodata.csv"

# ---- What the columns are ---------------------------------------------------------------------------------------------

## Dollars of 2005, chained: what a year's output would have cost then. They are no dollars of today, so they are a unit of
## their own, and the money stock, which is in dollars of its day, cannot be added to them.
unit dollar
unit bn = 1000000000 dollar

# The national accounts print each quarter at an annual rate: what a year would bring if it went on like this quarter. So
# the figures are per year, and the unit says so; adding up four of them would give four times the year.
indicator realgdp : bn/year
indicator realcons : bn/year
indicator realinv : bn/year
indicator realgovt : bn/year
indicator realdpi : bn/year

unit millions = 1000000 person
indicator pop : millions kind level

# ---- Quarters to years ------------------------------------------------------------------------------------------------
# Try annual(realgdp): gf refuses to add rates. The year's output is the mean of its four annual rates, and that is said.
# 2009 has three quarters only, so it is missing, and not the mean of three.

## The year's output.
alias output = annual(realgdp, mean)

show "1. Real output and its growth, year on year"
show output, yoy(output) at 1999..2009

## The yearly growth of the ten years that end in the period.
alias decade = cagr(output, 10)
show "2. By decade"
show decade at 1969, 1979, 1989, 1999, 2008

# ---- Quarters by themselves -------------------------------------------------------------------------------------------
# Seasonally adjusted quarters may be compared with the one before (mom) and with the same of the year before (yoy).

## Growth on the quarter before, as a year of such quarters would give it.
alias annualized : % = (realgdp / prev(realgdp)) ^ 4 - 1

## The mean of the last four quarters smooths it.
alias smooth = rolling(annualized, 4)

show "3. The recession of 2008"
show mom(realgdp), annualized, smooth, yoy(realgdp) at 2007Q1..2009Q3

## The rule of thumb for a recession: output shrinks for a second quarter in a row.
alias recession = mom(realgdp) < 0% and prev(mom(realgdp)) < 0%
aggregate quarters_in_recession = count(recession) over period
show "4. Quarters that shrank after one that had shrunk"
show quarters_in_recession

# ---- Ratios -----------------------------------------------------------------------------------------------------------
# Parts measured in chained dollars do not add up to the whole far from 2005, so these shares are rough before that.

alias consumed : % = realcons / realgdp
alias invested : % = realinv / realgdp
## What each has to spend: bn/year over millions, in the unit that is asked for.
alias income : dollar/year/person = realdpi / pop

show "5. What output is used for, and what is left to each"
show consumed, invested, income at 1959Q4, 1969Q4, 1979Q4, 1989Q4, 1999Q4, 2008Q4

# The ratio of two yearly means is the year's ratio, and not the mean of four ratios.
show "6. The year's share of investment"
show annual(realinv, mean) / annual(realgdp, mean) at 2005..2008

show "7. Where the growth of 2008 comes from"
explain yoy(output)[2008]
