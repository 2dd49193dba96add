import Source
import Units

extension SheetReader {
  /// Returns the indicator that takes the figures of `indicator` that run from January.
  mutating func cumulative(of indicator: RowIndicator, _ row: Row, _ column: Int) -> RowIndicator {
    let index = Int(indicator.index)
    if let twin = indicators.states[index].cumulative { return RowIndicator(index: twin, unit: indicator.unit) }
    let twin = twin(of: index, named: sheet.indicators[index].name)
    indicators.states[index].cumulative = twin
    return RowIndicator(index: twin, unit: indicator.unit)
  }

  /// Returns the indicator of the growth of `indicator`, or nil where what the column prints could be another thing.
  mutating func growth(of indicator: RowIndicator, _ row: Row, _ column: Int) -> RowIndicator? {
    let index = Int(indicator.index)
    let state = indicators.states[index]
    if let growth = state.growth { return RowIndicator(index: growth) }
    let name = sheet.indicators[index].name
    if let unit = state.unit, unit.nature != .plain {
      if !state.isGrowthRefused, !row.isBlank(column) {
        note(.ignoredColumn, row, column, CellRemark.growthOfPercent(name).phrase)
        indicators.states[index].isGrowthRefused = true
      }
      return nil
    }
    let growthName = name + IndicatorWords.growth
    let growth: Int32
    if let known = indicators.positions[growthName] {
      growth = known
    } else {
      growth = twin(of: index, named: growthName)
      indicators.positions[growthName] = growth
      indicators.states[Int(growth)].unit = .percent
      indicators.states[Int(growth)].isUnitFromRow = true
      sheet.indicators[Int(growth)].kind = .rate
    }
    indicators.states[index].growth = growth
    return RowIndicator(index: growth)
  }

  /// Adds an indicator that stands where another does.
  private mutating func twin(of index: Int, named name: String) -> Int32 {
    let twin = Int32(clamping: indicators.states.count)
    var state = indicators.states[index]
    state.cumulative = nil
    state.growth = nil
    state.hasPlainNumber = false
    indicators.states.append(state)
    var indicator = sheet.indicators[index]
    indicator.name = name
    sheet.indicators.append(indicator)
    return twin
  }
}

/// Words in the names of indicators that say what they measure; an editable table.
enum IndicatorWords {
  /// What is added to the name of an indicator for its growth.
  static let growth = "增速"
  /// What is added to the name of an indicator for its figures that run from January.
  static let cumulative = "累计"
  /// Words of indicators that never run from January, whatever the heading says.
  static let standing = [
    "余额", "年末", "期末", "月末", "户籍人口", "常住人口", "存量", "保有量", "指数", "增速", "增幅", "增长率", "比重", "占比",
  ]
  /// Endings of such names.
  static let standingEndings = ["率", "比", "比值", "倍差", "系数", "人口"]

  /// Whether figures of `name` stand for a moment or are quotients, and so never run from January.
  static func isStanding(_ name: String) -> Bool {
    standing.contains { name.contains($0) } || standingEndings.contains { name.hasSuffix($0) }
  }
}
