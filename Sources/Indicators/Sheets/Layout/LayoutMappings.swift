import Source

extension LayoutBuilder {
  /// Lays the script's mappings over the headings.
  mutating func applyMappings() {
    for mapping in mappings {
      // Headings such as 上年 lean on it, wherever it stands.
      if mapping.key == .field(.period), case .period(let period) = mapping.value {
        layout.base = SheetPeriod(period: period)
      }
    }
    for mapping in mappings {
      switch (mapping.key, mapping.value) {
      case (.field(let field), .heading(let text)):
        if let column = column(of: text, mapping) { map(field, to: column) }
      case (.dimension(let name), .part(let text, let characters)):
        if let column = column(of: text, mapping) { layout.furtherDimensions.append((name, .part(column, characters))) }
      case (.field(let field), .constant(let text)): map(field, toConstant: text, mapping)
      case (.field(let field), .period(let period)):
        if field != .period { map(field, toConstant: period.description, mapping) }
      case (.field, .part), (.dimension, _), (.mark, _): continue
      }
    }
  }

  /// Returns the column with the heading `text`, or nil after reporting that there is none.
  private mutating func column(of text: String, _ mapping: SheetMapping) -> Int? {
    let column = layout.headings.indices.first { compactText(layout.headingRow.cell($0)) == compactText(text) }
    if column == nil { reportUnknownHeading(text, mapping) }
    return column
  }

  private mutating func map(_ field: SheetMapping.Field, to column: Int) {
    let heading = layout.headings[column]
    switch field {
    case .fill:
      layout.filled.insert(column)
      readings.append(LoadNote(.reading, at: place(column), ColumnRemark.filled.phrase))
      return
    case .value, .target:
      let period: SheetPeriod?
      switch heading.meaning {
      case .values(let notation), .targets(let notation): period = notation?.resolved(in: layout.base)
      case .role, .growth, .unknown: period = nil
      }
      let unitText = heading.unitText ?? trailingParentheses(heading.text)?.inner
      layout.values.append(
        ValueColumn(column: column, isTarget: field == .target, period: period, unitText: unitText))
    case .owner: layout.owners.append(column)
    case .region: layout.region = .column(column)
    case .parent: layout.parent = .column(column)
    case .indicator: layout.indicator = .column(column)
    case .period: mapPeriod(to: column)
    case .unit: layout.unit = .column(column)
    case .status: layout.status = column
    case .attribute: layout.attribute = .column(column)
    case .group: layout.group = .column(column)
    case .item: layout.item = .column(column)
    case .better: layout.better = .column(column)
    }
    isUsed[column] = true
  }

  /// Takes a first column for the period; of two, the one of months or quarters is the part of the year.
  private mutating func mapPeriod(to column: Int) {
    if layout.headings[column].meaning == .role(.part), layout.part == nil {
      layout.part = column
    } else if layout.period == .none {
      layout.period = .column(column)
    } else {
      layout.part = column
    }
  }

  private mutating func map(_ field: SheetMapping.Field, toConstant text: String, _ mapping: SheetMapping) {
    let name = foldedName(text)
    switch field {
    case .region: layout.region = .constant(name)
    case .indicator: layout.indicator = .constant(name)
    case .unit: layout.unit = .constant(name)
    case .owner: layout.constantOwner = name
    case .attribute: layout.attribute = .constant(name)
    case .group: layout.group = .constant(name)
    case .item: layout.item = .constant(name)
    case .better: layout.better = .constant(name)
    case .period:
      if case .period(let period) = PeriodNotation(text) {
        layout.base = SheetPeriod(period: period)
      } else {
        reportConstant(field, text, mapping)
      }
    case .value, .target, .status, .parent, .fill: reportConstant(field, text, mapping)
    }
  }

  private mutating func reportUnknownHeading(_ text: String, _ mapping: SheetMapping) {
    let known = layout.headings.map(\.text).filter { !$0.isEmpty }
    diagnostics.append(
      Diagnostic(
        .error, .unknownHeading, SheetFault.unknownHeading(text, file: file).phrase, at: .script(mapping.range),
        help: [SheetFault.headings(known).phrase]))
  }

  private mutating func reportConstant(_ field: SheetMapping.Field, _ text: String, _ mapping: SheetMapping) {
    diagnostics.append(
      Diagnostic(
        .error, .sheetMapping, SheetFault.constant(field, text).phrase, at: .script(mapping.range),
        help: [SheetFault.quoteHeading(field, text).phrase]))
  }
}
