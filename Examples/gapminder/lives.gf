# Lives and incomes: a first lesson on a panel of 142 countries, every fifth year from 1952 to 2007.
#
#   gf run Examples/gapminder/lives.gf
#
# "#" begins a comment; two of them document the declaration that follows. The order of statements does not matter.

use "gapminder.csv"

# ---- What the columns are ---------------------------------------------------------------------------------------------
# The sheet prints no units, so the script states them, once, and every answer carries them.
# The kind says what may be done with a number: a ratio is never summed, a level is never added up over the years.

## International dollars of 2005: prices of all years and countries are made comparable. It is no currency of today, so it
## is a unit of its own, and adding it to USD would be an error.
unit dollar

indicator lifeExp : years kind ratio better higher range 20 years..100 years
indicator pop : person kind level
indicator gdpPercap : dollar/person kind ratio better higher

## What a country produces in a year; dollar/person times persons gives dollars.
alias gdp = gdpPercap * pop

# ---- Averages have weights --------------------------------------------------------------------------------------------
# A country of a billion and one of 200,000 count alike in mean(lifeExp), and gf warns of it. The weight makes it the mean
# over people. Below the table stands the coverage: how many cells were known, and how much of the weight they have.

## How long a child born in that year could expect to live, on average over all children of a continent.
aggregate life = mean(lifeExp, weight: pop) over region

## The same for the world: with two dimensions collapsed, only the years are left.
aggregate world_life = mean(lifeExp, weight: pop) over region, continent

show "1. Life expectancy, weighted by population"
show life by continent
show world_life

# The middle country is not the middle person: countries with many people lived shorter lives for most of the time.
show "2. The middle country, and the person in the middle"
show median(lifeExp), median(lifeExp, weight: pop) at 1952, 1982, 2007

# ---- Coverage can be required -----------------------------------------------------------------------------------------
# `where` drops cells, `require` refuses an average over too few of what is left to be known. Here all are known.

## Life in the countries that produce less than 1,000 dollars a head.
aggregate life_of_the_poor = mean(lifeExp, weight: pop) over region, continent
  where gdpPercap < 1000 dollar/person require 95%

## How many countries that are, and the share of mankind that lives in them.
aggregate poor_countries = count(gdpPercap < 1000 dollar/person) over region, continent
aggregate poor_people = share(gdpPercap < 1000 dollar/person, weight: pop) over region, continent

show "3. The poor"
show life_of_the_poor, poor_countries, poor_people

# ---- Differences and setbacks -----------------------------------------------------------------------------------------
# `2007-1987` is a column with the difference; of years of life it is in years.

show "4. Where lives became shorter in the twenty years to 2007"
show lifeExp at 1987, 2007, 2007-1987 where lifeExp[2007] < lifeExp[1987] order by lifeExp[2007] - lifeExp[1987] top 8

# ---- Growth over a gap is not yearly growth ---------------------------------------------------------------------------
# The figures are five years apart. yoy would divide 2007 by 2006, which is not there: each answer is `gap`, and not the
# growth of five years in the guise of one. cagr(x, 5) says that five years are meant and gives the rate for each of them.

show "5. Growth that cannot be told, and growth that can"
show yoy(gdpPercap), cagr(gdpPercap, 5) at 2007 where continent == Oceania

## All the world's output over all its people; `ratio` sums both over the same countries.
aggregate income = ratio(gdp, pop) over region, continent

show income, cagr(income, 5)

show "6. The fastest from 1952 to 2007"
show cagr(gdpPercap, 1952..2007) order by -cagr(gdpPercap, 1952..2007) top 5

# ---- Ranks within a group ---------------------------------------------------------------------------------------------

show "7. The three richest of each continent"
show gdpPercap, rank(gdpPercap, within: continent) at 2007
  where rank(gdpPercap, within: continent)[2007] <= 3 by continent, region

# ---- Every number explains itself -------------------------------------------------------------------------------------

show "8. Where Oceania's 81 years come from"
explain life[Oceania, 2007]
