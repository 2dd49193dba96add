import Source
import Units

/// Works out how a sheet is to be read, from its first records and the script's mappings.
struct LayoutBuilder {
  /// The file as the script names it.
  let file: String
  /// The first records.
  let rows: [PreviewRow]
  /// What the script says.
  let mappings: [SheetMapping]
  /// The position of the headings among the rows.
  let headingIndex: Int
  /// What the columns below the headings look like.
  let columns: PreviewColumns
  /// The whole text, for what its first records cannot tell.
  let text: WholeColumns
  /// What is known so far.
  var layout: SheetLayout
  /// Whether each column has found its use.
  var isUsed: [Bool]
  /// The first column of values (false) and of targets (true) whose heading names no period.
  var undatedColumns: [Bool: Int] = [:]
  /// The unit that a line above the headings gives to the sheet.
  var statedUnit: CellPlace?
  /// What was ignored.
  var notes: [LoadNote] = []
  /// How headings were understood.
  var readings: [LoadNote] = []
  /// What makes the sheet unusable, or a mapping wrong.
  var diagnostics: [Diagnostic] = []

  /// Finds the headings; nil where there are none.
  init?(file: String, rows: [PreviewRow], mappings: [SheetMapping], marks: MissingMarks, text: WholeColumns) {
    var stated: Set<String> = []
    for case .heading(let heading) in mappings.map(\.value) { stated.insert(compactText(heading)) }
    guard let index = PreviewRow.headingIndex(rows, stated: stated, marks: marks) else { return nil }
    let second = index + 1 < rows.count ? rows[index].joined(with: rows[index + 1], marks: marks) : nil
    let headingRow = second ?? rows[index]
    let data = second == nil ? index + 1 : index + 2
    self.file = file
    self.rows = rows
    self.text = text
    self.mappings = mappings
    headingIndex = index
    columns = PreviewColumns(rows: rows[data...], marks: marks)
    layout = SheetLayout(
      headingRow: headingRow, recordsBeforeData: data, headings: headingRow.cells.map { Heading($0) })
    isUsed = Array(repeating: false, count: layout.headings.count)
  }

  /// Returns the layout, or nil where the diagnostics say why there is none.
  mutating func build() -> SheetLayout? {
    readTitles()
    applyMappings()
    assignRoles()
    settlePart()
    settleDays()
    if layout.unit == .none, let statedUnit {
      layout.unit = .constant(statedUnit.content)
      readings.append(LoadNote(.reading, at: statedUnit, ColumnRemark.statedUnit(statedUnit.content).phrase))
    }
    assignValues()
    assignUnknown()
    guard check() else { return nil }
    layout.values.sort { $0.column < $1.column }
    settleDecimalMark()
    announce()
    return layout
  }

  /// Takes the period of the sheet from the lines above the headings.
  private mutating func readTitles() {
    for row in rows[..<headingIndex] {
      guard let column = row.cells.firstIndex(where: { !foldedName($0).isEmpty }) else { continue }
      let text = foldedName(row.cells.joined(separator: " "))
      readUnit(row)
      let place = CellPlace(file: file, line: row.line, column: column + 1, content: text)
      if layout.base == nil, let period = periodInTitle(text) {
        layout.base = period
        notes.append(LoadNote(.title, at: place, LineRemark.titlePeriod(period).phrase))
      } else {
        notes.append(LoadNote(.title, at: place, LineRemark.title.phrase))
      }
    }
  }

  /// Takes the unit of the sheet from a cell such as `单位：万元`.
  private mutating func readUnit(_ row: PreviewRow) {
    for (column, cell) in row.cells.enumerated() {
      let text = foldedName(cell)
      let inner = trailingParentheses(text)?.inner ?? text
      let unit = UnitWords.withoutLabel(inner)
      guard unit != inner, case .success = UnitTable.standard.parse(unit) else { continue }
      statedUnit = CellPlace(file: file, line: row.line, column: column + 1, content: unit)
    }
  }

  /// Gives each known text heading its column; the first of a kind is read.
  private mutating func assignRoles() {
    for (column, heading) in layout.headings.enumerated() where !isUsed[column] {
      guard case .role(let role) = heading.meaning else { continue }
      isUsed[column] = true
      switch role {
      case .number: continue
      case .remark: ignore(column, .remarkColumn)
      case .owner:
        if layout.constantOwner != nil || mappedFields.contains(.owner) {
          ignore(column, .mappedOtherwise)
        } else if heading.text.contains("牵头") {
          layout.owners.insert(column, at: 0)
        } else {
          layout.owners.append(column)
        }
      case .part where layout.base.map { $0.period.frequency != .year } ?? false && mappedFields.contains(.period):
        ignore(column, .mappedOtherwise)
      case .region, .parent, .indicator, .period, .part, .unit, .status, .attribute, .group, .item, .frequency, .better:
        switch layout[role] {
        case .none where !(role == .period && mappedFields.contains(.period)): layout[role] = .column(column)
        case .none, .constant: ignore(column, .mappedOtherwise)
        case .column(let first):
          if role == .region, let finer = finer(first, column) {
            assignRegions(finer, coarser: finer == first ? column : first)
          } else {
            ignore(column, .secondColumn(layout.headings[first].text))
          }
        case .part(let first, _): ignore(column, .secondColumn(layout.headings[first].text))
        }
      }
    }
  }

  /// Returns the column of places that is the region, the finer of two unless a mapping says it; nil where they tell the same.
  ///
  /// Below the headings of a long sheet there is often one place for thousands of rows.
  private func finer(_ first: Int, _ second: Int) -> Int? {
    let finer =
      columns.varies(second, moreThan: first)
      ? second
      : columns.varies(first, moreThan: second)
        ? first : text.finer(first, second, after: layout.recordsBeforeData)
    return finer.map { mappedFields.contains(.region) ? first : $0 }
  }

  /// Reads the finer of two columns of places as the region, and the coarser as a dimension of its own: 省份 beside 城市.
  private mutating func assignRegions(_ finer: Int, coarser: Int) {
    layout.region = .column(finer)
    let name = layout.headings[coarser].text
    if ["region", "地区"].contains(name.lowercased()) {
      ignore(coarser, .reservedDimension(name))
    } else {
      layout.furtherDimensions.append((name, .column(coarser)))
    }
  }

  /// Finds out how numbers mark their fractions.
  private mutating func settleDecimalMark() {
    let cells = layout.values.flatMap { value in columns.rows.map { $0.cell(value.column) } }
    let mark = DecimalMark(cells: cells, isPartedBySemicolons: text.delimiter.byte == UInt8(ascii: ";"))
    layout.hasDecimalCommas = mark == .comma
    if mark != .point, let column = layout.values.first?.column {
      readings.append(LoadNote(.reading, at: place(column), ColumnRemark.decimalMark(mark).phrase))
    }
  }

  /// Takes a column of months or quarters for the period where no column gives the year.
  private mutating func settlePart() {
    guard let part = layout.part else { return }
    layout.partFrequency =
      HeadingWords.partFrequency(compactText(layout.headingRow.cell(part))) ?? columns.partFrequency(part)
    guard layout.period == .none else { return }
    layout.period = .column(part)
    layout.part = nil
  }

  /// Finds what periods the days of the period column stand for.
  private mutating func settleDays() {
    guard case .column(let column) = layout.period, columns.hasDays(column) else { return }
    layout.dayFrequency = text.dayFrequency(column, after: layout.recordsBeforeData)
    readings.append(LoadNote(.reading, at: place(column), ColumnRemark.days(layout.dayFrequency).phrase))
  }

  /// The fields that mappings settle.
  var mappedFields: Set<SheetMapping.Field> {
    var fields: Set<SheetMapping.Field> = []
    for case .field(let field) in mappings.map(\.key) { fields.insert(field) }
    return fields
  }

  /// Returns the place of a heading.
  func place(_ column: Int) -> CellPlace {
    CellPlace(
      file: file, line: layout.headingRow.line, column: column + 1, content: layout.headingRow.cell(column))
  }

  /// Notes that a column is not used.
  mutating func ignore(_ column: Int, _ remark: ColumnRemark) {
    isUsed[column] = true
    notes.append(LoadNote(.ignoredColumn, at: place(column), remark.phrase))
  }
}
