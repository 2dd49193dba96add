import Source

extension LayoutBuilder {
  /// Gives each heading that speaks of values or targets its column.
  mutating func assignValues() {
    for (column, heading) in layout.headings.enumerated() where !isUsed[column] {
      switch heading.meaning {
      case .values(let notation): assign(column, notation, isTarget: false)
      case .targets(let notation): assign(column, notation, isTarget: true)
      case .growth(let notation): assignGrowth(column, notation)
      case .role, .unknown: continue
      }
    }
  }

  /// Gives a column of growth the period of the column that it stands beside, unless its heading names one.
  private mutating func assignGrowth(_ column: Int, _ notation: PeriodNotation?) {
    guard layout.indicator != .none || layout.item != .none else { return }
    let beside = layout.values.last { $0.column < column && !$0.isTarget && !$0.isGrowth }
    let period = notation.map { $0.resolved(in: layout.base) } ?? beside?.period
    if notation != nil || beside == nil, period == nil { return ignore(column, .growthOfNothing) }
    layout.values.append(ValueColumn(column: column, isTarget: false, period: period, isGrowth: true))
    isUsed[column] = true
  }

  private mutating func assign(_ column: Int, _ notation: PeriodNotation?, isTarget: Bool) {
    let isUndated = notation == nil
    if isUndated, mappedFields.contains(isTarget ? .target : .value) { return ignore(column, .mappedOtherwise) }
    // Where rows are dated, a heading such as M1 or Value may name an indicator.
    if layout.period != .none, mayNameIndicator(column, notation, isTarget: isTarget) { return }
    if isUndated, let first = undatedColumns[isTarget] {
      return ignore(column, .secondColumn(layout.headings[first].text))
    }
    let part = isPartOfRow(notation) ? notation : nil
    var period = part == nil ? notation?.resolved(in: layout.base ?? periodBefore(column)) : nil
    if notation != nil, part == nil, period == nil { return ignore(column, .noYear) }
    // 本年目标 is the year's, also in a sheet about its first months.
    if isTarget, case .relative(let distance) = notation, let base = layout.base {
      period = SheetPeriod(period: Period(year: base.period.year + distance))
    }
    let unitText = layout.headings[column].unitText
    layout.values.append(
      ValueColumn(column: column, isTarget: isTarget, period: period, part: part, unitText: unitText))
    isUsed[column] = true
    if isUndated { undatedColumns[isTarget] = column }
  }

  /// Whether the heading of a column stands among others that name indicators, so that it is a name as well: M1 beside M2
  /// and GDP, Value beside Capital.
  private func mayNameIndicator(_ column: Int, _ notation: PeriodNotation?, isTarget: Bool) -> Bool {
    if case .part = notation { return !isPartOfRow(notation) }
    guard notation == nil, !isTarget, layout.indicator == .none, layout.item == .none else { return false }
    return layout.headings.indices.contains {
      $0 != column && !isUsed[$0] && layout.headings[$0].meaning == .unknown && columns.isNumeric($0)
    }
  }

  /// Returns the period of the last heading before `column` that names a part of a year with its year: after 2023年1-2月,
  /// 一季度 is of 2023.
  private func periodBefore(_ column: Int) -> SheetPeriod? {
    for heading in layout.headings[..<column].reversed() {
      guard case .values(let notation?) = heading.meaning, let dated = notation.resolved(in: nil) else { continue }
      return dated.period.frequency == .year ? nil : SheetPeriod(period: Period(year: dated.period.year))
    }
    return nil
  }

  /// Whether the headings are the months or quarters of the year that each row names.
  private func isPartOfRow(_ notation: PeriodNotation?) -> Bool {
    guard layout.period != .none, case .part(let frequency, _) = notation else { return false }
    return layout.headings.count { heading in
      if case .values(.part(frequency, _)) = heading.meaning { true } else { false }
    } >= 4
  }

  /// Finds a use for the columns whose headings are not known.
  mutating func assignUnknown() {
    let unknown = layout.headings.indices.filter { !isUsed[$0] }
    let isDated = layout.period != .none || layout.base != nil || !layout.headingRow.crossed.isEmpty
    // Where values stand under no heading of their own, the headings name what runs across.
    if layout.values.isEmpty, isDated {
      if layout.indicator == .none, layout.item == .none {
        for column in unknown where columns.isNumeric(column) { runAcross(column, isIndicator: true) }
      } else if layout.region == .none {
        useItemAsIndicator()
        for column in unknown where columns.isNumeric(column) { runAcross(column, isIndicator: false) }
      }
    }
    useItemAsIndicator()
    for column in layout.headings.indices where !isUsed[column] {
      let heading = layout.headings[column]
      if heading.speaksOfGrowth {
        ignore(column, .growthWithoutPercent)
      } else if heading.text.isEmpty {
        if !columns.isEmpty(column) { ignore(column, .noHeading) }
      } else if !isLong, !isAcross,
        layout.region.column == nil || !columns.nameAlike(keyColumns) && !classifiesRegions(column)
      {
        ignore(column, .unknownColumn)
      } else if columns.isNumeric(column) || columns.isEmpty(column) {
        ignore(column, .numericColumn)
      } else if isAcross, !columns.isNeeded(column, among: keyColumns), !classifiesRegions(column) {
        ignore(column, .needlessColumn)
      } else if [Dimension.scenario.name, "sample"].contains(heading.text) {
        ignore(column, .reservedDimension(heading.text))
      } else {
        isUsed[column] = true
        layout.furtherDimensions.append((heading.text, .column(column)))
      }
    }
  }

  /// Whether a row is one value of one indicator, so that its text columns tell rows apart.
  private var isLong: Bool {
    let isUndated = layout.values.contains { !$0.isTarget && $0.period == nil }
    return isUndated && (layout.period != .none || layout.region.column != nil)
  }

  /// Whether the headings name the indicators.
  private var isAcross: Bool { layout.values.contains { $0.indicator != nil } }

  /// The columns that tell rows apart whatever else there is.
  private var keyColumns: [Int] {
    [layout.region, layout.period, layout.indicator].compactMap(\.column) + (layout.part.map { [$0] } ?? [])
  }

  /// Whether `column` gives every region one class, and some regions the same: a continent, a province.
  private func classifiesRegions(_ column: Int) -> Bool {
    guard let region = layout.region.column else { return false }
    return text.classes(of: region, by: column, after: layout.recordsBeforeData)
  }

  private mutating func runAcross(_ column: Int, isIndicator: Bool) {
    let crossed = layout.headingRow.crossed[column]
    let name = crossed?.name ?? layout.headings[column].text
    guard !name.isEmpty else { return }
    let period = crossed?.period.resolved(in: layout.base)
    if crossed != nil, period == nil { return ignore(column, .noYear) }
    isUsed[column] = true
    layout.values.append(
      ValueColumn(
        column: column, isTarget: false, period: period, indicator: isIndicator ? name : nil,
        region: isIndicator ? nil : name))
  }

  /// Reads a column headed 项目 as the indicators where no other column is headed so.
  private mutating func useItemAsIndicator() {
    guard layout.indicator == .none, case .column(let column) = layout.item else { return }
    guard layout.values.allSatisfy({ $0.indicator == nil }), !mappedFields.contains(.item) else { return }
    layout.indicator = .column(column)
    layout.item = .none
  }

  /// Whether every value has an indicator and a period; reports where not.
  mutating func check() -> Bool {
    let texts = layout.headings.map(\.text).filter { !$0.isEmpty }
    func report(_ code: Diagnostic.Code, _ remark: SheetFault, _ column: Int?, _ help: [SheetFault]) {
      let site = Site.cell(place(column ?? 0))
      diagnostics.append(
        Diagnostic(.error, code, remark.phrase, at: site, help: help.map(\.phrase)))
    }
    if layout.values.isEmpty {
      // A mapping that went wrong says it all.
      if !diagnostics.isEmpty { return false }
      let undated = layout.period == .none && layout.base == nil
      report(.sheetColumn, .noValues, nil, (undated ? [.statePeriod] : []) + [.headings(texts), .mapValue])
      return false
    }
    if layout.indicator == .none, layout.values.contains(where: { $0.indicator == nil }) {
      report(.sheetColumn, .noIndicator, nil, [.headings(texts), .mapIndicator])
      return false
    }
    guard layout.period == .none else { return true }
    for index in layout.values.indices where layout.values[index].period == nil {
      if let base = layout.base {
        // A target without a deadline is the year's.
        let heading = layout.headings[layout.values[index].column].text
        let isYear = layout.values[index].isTarget && (base.isCumulative || heading.contains("年"))
        layout.values[index].period = isYear ? SheetPeriod(period: Period(year: base.period.year)) : base
      } else {
        let column = layout.values[index].column
        report(.sheetPeriod, .noPeriod(layout.headings[column].text), column, [.statePeriod])
        return false
      }
    }
    return true
  }

  /// Says how each column is read.
  mutating func announce() {
    var uses: [(column: Int, remark: ColumnRemark)] = []
    for role in HeadingRole.allCases {
      guard case .column(let column) = layout[role] else { continue }
      uses.append((column, .role(role)))
    }
    uses += layout.owners.map { ($0, .role(.owner)) }
    uses += layout.furtherDimensions.compactMap { dimension in
      if case .column(let column) = dimension.source { (column, .dimension(dimension.name)) } else { nil }
    }
    uses += layout.values.map { ($0.column, .values($0)) }
    uses.sort { $0.column < $1.column }
    readings = uses.map { LoadNote(.reading, at: place($0.column), $0.remark.phrase) } + readings
  }
}
