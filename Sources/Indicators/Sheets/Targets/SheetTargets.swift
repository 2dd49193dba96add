import Source
import Units

/// What a sheet asks, in its order, as columns; a target as a value of its own is made where it is asked for.
package struct SheetTargets: Sendable {
  /// The conditions that are no more than a number, and all others.
  package enum Form: UInt8, Sendable {
    case several, atLeast, moreThan, atMost, lessThan, equal, number, holds
  }

  /// The position in the sheet's indicators of each target.
  package private(set) var indicators: [Int32] = []
  /// The codes of the members in the name table, a column for each of the sheet's dimensions; −1 where the cell is empty.
  package private(set) var members: [[Int32]] = []
  /// The deadlines.
  package private(set) var deadlines: [Period] = []
  /// The text columns of rows, each once, in order of first appearance.
  package private(set) var attributes: [RowAttributes] = []
  private var attributesOfTarget: [Int32] = []
  private var numberOfAttributes: [RowAttributes: Int32] = [:]
  private var forms: [Form] = []
  private var numbers: [Double] = []
  /// The conditions of targets that are more than a number, by position.
  private var conditions: [Int: [TargetCondition]] = [:]
  private var decimals: [UInt8] = []
  private var lines: [Int32] = []
  private var columns: [UInt16] = []
  private var rowStarts: [Int] = []
  private let text: DecodedText
  private let delimiter: UInt8

  /// Creates an empty list of targets of a sheet with this `text`, in which `delimiter` stands between fields.
  init(_ text: DecodedText, delimiter: UInt8) {
    self.text = text
    self.delimiter = delimiter
  }

  /// Where a target is printed.
  struct Place {
    /// The row's line, counted from 1.
    let line: Int
    /// The cell's column, counted from 0.
    let column: Int
    /// Where the row begins in the sheet's bytes.
    let rowStart: Int
  }

  /// Adds a target of an indicator at members, −1 for an empty cell, with the number `attributes` that its row's texts have.
  mutating func append(
    _ indicator: Int32, _ members: some Collection<Int32>, by deadline: Period, _ conditions: [TargetCondition],
    decimals: UInt8, attributes: Int32, at place: Place
  ) {
    if conditions.count == 1 {
      return append(
        indicator, members, by: deadline, conditions[0], decimals: decimals, attributes: attributes, at: place)
    }
    self.conditions[forms.count] = conditions
    append(
      indicator, members, by: deadline, (.several, 0), decimals: decimals, attributes: attributes, at: place)
  }

  /// Adds a target that is one condition.
  mutating func append(
    _ indicator: Int32, _ members: some Collection<Int32>, by deadline: Period, _ condition: TargetCondition,
    decimals: UInt8, attributes: Int32, at place: Place
  ) {
    let plain = Self.plain(condition)
    if plain.form == .several { conditions[forms.count] = [condition] }
    append(indicator, members, by: deadline, plain, decimals: decimals, attributes: attributes, at: place)
  }

  private mutating func append(
    _ indicator: Int32, _ members: some Collection<Int32>, by deadline: Period, _ plain: (form: Form, number: Double),
    decimals: UInt8, attributes: Int32, at place: Place
  ) {
    if self.members.count < members.count {
      self.members += Array(repeating: [], count: members.count - self.members.count)
    }
    for (dimension, member) in members.enumerated() { self.members[dimension].append(member) }
    indicators.append(indicator)
    deadlines.append(deadline)
    forms.append(plain.form)
    numbers.append(plain.number)
    self.decimals.append(decimals)
    attributesOfTarget.append(attributes)
    lines.append(Int32(clamping: place.line))
    columns.append(UInt16(clamping: place.column))
    rowStarts.append(place.rowStart)
  }

  /// Makes room for `count` more targets.
  mutating func makeRoom(for count: Int) {
    let all = indicators.count + count
    indicators.reserveCapacity(all)
    deadlines.reserveCapacity(all)
    forms.reserveCapacity(all)
    numbers.reserveCapacity(all)
    decimals.reserveCapacity(all)
    attributesOfTarget.reserveCapacity(all)
    lines.reserveCapacity(all)
    columns.reserveCapacity(all)
    rowStarts.reserveCapacity(all)
  }

  /// Adds the targets of `run`, which are in `block`, column by column.
  mutating func append(_ run: TargetRun, of block: ObservationBlock) {
    let cells = run.cells
    if cells.isEmpty { return }
    while members.count < block.book.members.count {
      members.append([])
      members[members.count - 1].reserveCapacity(indicators.capacity)
    }
    for (dimension, own) in block.book.members.enumerated() {
      members[dimension] += cells.lazy.map { own[block.member(dimension, of: $0, in: block.run(of: $0))] }
    }
    let (ownIndicators, ownPeriods) = (block.book.indicators, block.book.periods)
    indicators += cells.lazy.map { ownIndicators[block.indicator(of: $0, in: block.run(of: $0))] }
    deadlines += cells.lazy.map { ownPeriods[block.period(of: $0)] }
    forms += run.isHigherBetter.lazy.map { $0.map { $0 ? .atLeast : .atMost } ?? .number }
    numbers += cells.lazy.map { block.values[$0] }
    decimals += cells.lazy.map { block.decimals($0) }
    attributesOfTarget += run.attributes
    columns += cells.lazy.map { UInt16(clamping: block.column(of: $0)) }
    block.forEachRow(of: cells) { start, line in
      rowStarts.append(start)
      lines.append(Int32(clamping: line))
    }
  }

  /// Returns the number of the text columns of a row, which are added where they are new.
  mutating func number(of attributes: RowAttributes) -> Int32 {
    if let known = numberOfAttributes[attributes] { return known }
    let number = Int32(clamping: self.attributes.count)
    numberOfAttributes[attributes] = number
    self.attributes.append(attributes)
    return number
  }

  /// Moves the target at `position` to another indicator.
  mutating func move(_ position: Int, toIndicator indicator: Int) { indicators[position] = Int32(clamping: indicator) }

  /// Moves the target at `position` to another deadline.
  mutating func move(_ position: Int, to deadline: Period) { deadlines[position] = deadline }
}

extension SheetTargets: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { indicators.count }

  /// Returns the target at `position` with all that is printed of it.
  package subscript(position: Int) -> SheetTarget {
    SheetTarget(
      indicator: Int(indicators[position]),
      members: members.map { $0[position] < 0 ? nil : Member(code: $0[position]) },
      deadline: deadlines[position], conditions: conditions(of: position), raw: raw(position),
      decimals: Int(decimals[position]), line: Int(lines[position]), column: Int(columns[position]) + 1,
      attributes: attributes[Int(attributesOfTarget[position])])
  }

  /// Returns the cell at `position` as printed.
  private func raw(_ position: Int) -> String {
    var scanner = RecordScanner(text.bytes, delimiter: delimiter, offset: rowStarts[position])
    let column = Int(columns[position])
    guard scanner.next(), column < scanner.record.count else { return "" }
    return text.coding.text(
      text.bytes, scanner.record.range(column), isEscaped: scanner.record.isEscaped[column])
  }
}

extension SheetTargets {
  /// Returns what the target at `position` asks; all must hold.
  package func conditions(of position: Int) -> [TargetCondition] {
    condition(of: position).map { [$0] } ?? conditions[position] ?? []
  }

  /// Returns what the target at `position` asks, where that is a number or a comparison with one, and the number.
  package func plain(_ position: Int) -> (form: Form, number: Double) { (forms[position], numbers[position]) }

  /// Returns the only condition of the target at `position`, where that is a number or a comparison with one.
  private func condition(of position: Int) -> TargetCondition? {
    let number = numbers[position]
    return switch forms[position] {
    case .several: nil
    case .atLeast: .atLeast(number)
    case .moreThan: .moreThan(number)
    case .atMost: .atMost(number)
    case .lessThan: .lessThan(number)
    case .equal: .equal(number)
    case .number: .number(number)
    case .holds: .holds(number)
    }
  }

  private static func plain(_ condition: TargetCondition) -> (form: Form, number: Double) {
    switch condition {
    case .atLeast(let number): (.atLeast, number)
    case .moreThan(let number): (.moreThan, number)
    case .atMost(let number): (.atMost, number)
    case .lessThan(let number): (.lessThan, number)
    case .equal(let number): (.equal, number)
    case .number(let number): (.number, number)
    case .holds(let number): (.holds, number)
    case .inRange, .grows, .shrinks, .adds, .rises, .falls, .assigned, .ranks, .milestone: (.several, 0)
    }
  }
}
