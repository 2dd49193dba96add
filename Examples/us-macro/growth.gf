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
# Try annual(realgdp): gf refuses to add rates. A year's output is the mean of its four annual rates: the rolling mean of
# four quarters, looked at in the last quarter of each year. 2009 has no fourth quarter, so it has no column.

## The output of the four quarters that end here.
alias output = rolling(realgdp, 4)

show "1. Real output of a year, and its growth on the year before"
show output, yoy(output) at 1999Q4, 2000Q4, 2001Q4, 2002Q4, 2003Q4, 2004Q4, 2005Q4, 2006Q4, 2007Q4, 2008Q4

## The yearly growth over the ten years that end here.
alias decade = cagr(output, 10)
show "2. By decade"
show decade at 1969Q4, 1979Q4, 1989Q4, 1999Q4, 2008Q4

# ---- Quarters by themselves -------------------------------------------------------------------------------------------
# Seasonally adjusted quarters may be compared with the one before and with the same of the year before (yoy).

## Growth on the quarter before.
alias step : % = realgdp / prev(realgdp) - 1

## The same as a year of such quarters would give it.
alias annualized : % = (realgdp / prev(realgdp)) ^ 4 - 1

## The mean of the last four quarters smooths it.
alias smooth = rolling(annualized, 4)

show "3. The recession of 2008"
show step, annualized, smooth, yoy(realgdp) at 2007Q1..2009Q3

## The rule of thumb for a recession: output shrinks for a second quarter in a row.
alias recession = step < 0% and prev(step) < 0%
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
show rolling(realinv, 4) / output at 2005Q4, 2006Q4, 2007Q4, 2008Q4

show "7. Where the growth of 2008 comes from"
explain yoy(output)[2008Q4]
