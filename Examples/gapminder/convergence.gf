# Catching up: what the years to 2030 bring if poor countries close in on the rich, how sure that is, and what it takes.
#
#   gf run Examples/gapminder/convergence.gf
#
# The figures end in 2007. All that follows is assumption, and every answer says so.

use "gapminder.csv"

unit dollar
indicator pop : person kind level
indicator gdpPercap : dollar/person kind ratio better higher

alias gdp = gdpPercap * pop

## What a person has, on average over all people of a continent: the data's word on what is projected below.
aggregate income = ratio(gdp, pop) over region

## The same under a name of its own, so that a scenario can say how it goes on where the data end.
alias level = income

## The richest continent: what the others close in on.
aggregate frontier = max(income) over continent

## How far a continent is behind, as a share of the frontier, when the data end.
alias behind = 1 - level[2007, actual] / frontier[2007, actual]

# ---- What is not known -------------------------------------------------------------------------------------------------
# `1% to 2.5%` means: between them nine times out of ten. A param is drawn once for each sample, so a sample is one world in
# which the frontier moves at one pace and the others close in at another. Both paces are bounded, for `solve` below.

param pace in 0%..5% = 1% to 2.5%
param speed in 0pp..6pp = 1pp to 3pp

# ---- Two ways on -------------------------------------------------------------------------------------------------------

## Every continent goes on as in the twenty years before.
scenario trend { level follows cagr(1987..2007) because "the twenty years before" }

## The farther behind, the faster: one without income at all would grow `speed` points faster than the frontier.
scenario catching_up from trend { level grows pace + speed * behind per year because "the poor learn from the rich" }

# A target of something with several members is one for each of them.
target level >= 8000 dollar/person by 2030

show "1. Where it leads"
show level at 2007, 2020, 2030, 2030[catching_up - trend] under catching_up

# ---- How sure that is --------------------------------------------------------------------------------------------------
# `over sample` collapses the samples: here into the ends of a band and its middle.

aggregate low = quantile(level, 0.05) over sample
aggregate middle = median(level) over sample
aggregate high = quantile(level, 0.95) over sample

show "2. The same with its doubts: nine worlds out of ten lie between"
show low, middle, high at 2030 under catching_up

show "3. Who is likely to have 8,000 dollars a head by 2030"
show targets under catching_up

# A projection prints the assumptions with the paths. Its chance is that of the target that is due next.
show "4. Asia's path"
project level[Asia] from 2022 until 2030 under trend, catching_up

# ---- What makes the difference, and what it takes ----------------------------------------------------------------------

show "5. What sets Africa's two paths apart"
compare trend, catching_up for level[Africa] at 2030

show "6. How fast Africa would have to close in to have 6,500 dollars a head by 2030, and to be rather sure of it"
solve speed so that level[Africa, 2030] >= 6500 dollar/person under catching_up
solve speed so that chance(level[Africa, 2030] >= 6500 dollar/person) >= 80% under catching_up

show "7. Which of the two matters more"
sensitivity level[Africa, 2030] over pace, speed by 0.5pp under catching_up
