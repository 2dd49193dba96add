import Units

/// What the texts of one book mean, as far as the rows before have told.
final class CodeMeanings {
  /// What a text that rows share was read as.
  private enum Meaning<Value> {
    /// No row that was read has it yet.
    case open
    /// Rows with it must be read by themselves.
    case special
    case plain(Value)

    var isPlain: Bool { if case .plain = self { true } else { false } }
  }

  /// The book for the block at hand.
  private(set) var book: CodeBook
  /// The codes that have been added for cells that were read by themselves.
  var added: AddedCodes
  /// What the texts of rows say of their targets, by code.
  var traits: [TargetTraits.Meaning] = []
  private let texts: CodedTexts
  /// How many codes the texts have.
  private var counts: CodeMeaningCounts
  private let plan: ScanPlan
  private let bytes: UnsafeBufferPointer<UInt8>
  private var keys: [Meaning<RowIndicator>]
  private var periods: [Meaning<Period>]
  private var members: [[Meaning<Int32>]]
  /// How many codes the book has at the end of the block at hand.
  private var blockCounts = CodedTexts.Counts(keys: 0, texts: [])
  /// How many keys, texts of the periods and of each dimension the rows so far have.
  private var passedKeys = 0
  private var passedPeriods = 0
  private var passedMembers: [Int]
  /// Of these, those that rows must be looked at for.
  private var unclearKeys: Set<Int> = []
  /// The indicators of which rows with numbers have been read without telling whether these are what is printed.
  private var doubtfulKeys: Set<Int> = []
  private var unclearPeriods: Set<Int> = []
  private var unclearMembers: [Set<Int>]

  /// Prepares to explain the codes of `book`.
  init(_ book: CodeBook, _ plan: ScanPlan, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: SheetReader) {
    self.book = book
    self.plan = plan
    self.bytes = bytes
    texts = book.texts
    keys = Array(repeating: .open, count: texts.keys.count)
    periods = Array(repeating: .open, count: texts.tables[ScanPlan.periodTable].count)
    members = plan.tableOfDimension.map { [table = texts.tables] in Array(repeating: .open, count: table[$0].count) }
    passedMembers = Array(repeating: 0, count: members.count)
    unclearMembers = Array(repeating: [], count: members.count)
    added = AddedCodes(book)
    counts = CodeMeaningCounts(book)
    giveRoom(reader)
    counts = CodeMeaningCounts(book)
  }

  /// Gives the book a place for each code, with those of headings and constants.
  private func giveRoom(_ reader: SheetReader) {
    book.indicators =
      plan.ownsIndicators
      ? plan.values.indices.map { reader.columnIndicators[$0] ?? -1 } : Array(repeating: -1, count: max(1, keys.count))
    let none = Period(year: 0)
    book.periods =
      plan.ownsPeriods
      ? reader.layout.values.map { $0.period?.period ?? none } : Array(repeating: none, count: max(1, periods.count))
    for dimension in members.indices {
      if dimension == 0, plan.ownsRegions {
        book.members[0] = plan.values.indices.map { reader.columnRegions[$0] ?? -1 }
      } else if case .constant(let name) = reader.dimensionSources[dimension] {
        book.members[dimension] = [reader.names.find(name)?.code ?? -1]
      } else {
        book.members[dimension] = Array(repeating: -1, count: max(1, members[dimension].count))
      }
    }
  }

  /// Prepares for the next block, which leaves the book with so many codes: looks up what `reader` knows by now.
  func begin(_ counts: CodedTexts.Counts, _ reader: SheetReader) {
    blockCounts = counts
    if !added.hasRoom {
      book = CodeBook(book, counts: self.counts)
      added = AddedCodes(book)
    }
    for key in unclearKeys { resolveKey(key, reader) }
    for key in passedKeys..<counts.keys { resolveKey(key, reader) }
    for code in unclearPeriods { resolvePeriod(code, reader) }
    for code in passedPeriods..<counts.texts[ScanPlan.periodTable] { resolvePeriod(code, reader) }
    for dimension in members.indices {
      for code in unclearMembers[dimension] { resolveMember(code, dimension, reader) }
      for code in passedMembers[dimension]..<counts.texts[plan.tableOfDimension[dimension]] {
        resolveMember(code, dimension, reader)
      }
    }
  }

  private func resolveKey(_ key: Int, _ reader: SheetReader) {
    guard case .open = keys[key] else { return }
    if plan.ownsIndicators { return settle(key, .plain(RowIndicator(index: -1))) }
    let (name, unit) = (texts.keys[key].name, texts.keys[key].unit)
    let names = texts.tables[ScanPlan.indicatorTable]
    let units = texts.tables[ScanPlan.unitTable]
    guard
      let known = reader.knownIndicator(
        bytes, name: names.isEmpty ? nil : names[name].range, unit: units.isEmpty ? nil : units[unit].range)
    else { return }
    settle(key, known.isHeading ? .special : .plain(known))
    if !known.isHeading { book.indicators[key] = known.index }
  }

  private func settle(_ key: Int, _ meaning: Meaning<RowIndicator>) {
    keys[key] = meaning
    if meaning.isPlain { unclearKeys.remove(key) } else { unclearKeys.insert(key) }
  }

  private func resolvePeriod(_ code: Int, _ reader: SheetReader) {
    guard case .open = periods[code],
      let known = reader.knownPeriod(bytes, texts.tables[ScanPlan.periodTable][code].range)
    else { return }
    guard let period = known, !period.isCumulative else {
      periods[code] = .special
      unclearPeriods.insert(code)
      return
    }
    periods[code] = .plain(period.period)
    unclearPeriods.remove(code)
    book.periods[code] = period.period
  }

  private func resolveMember(_ code: Int, _ dimension: Int, _ reader: SheetReader) {
    let text = texts.tables[plan.tableOfDimension[dimension]][code]
    guard case .open = members[dimension][code], let member = reader.members[dimension].find(bytes, text.range) else {
      return
    }
    set(member, for: code, dimension)
  }

  private func set(_ member: Int32, for code: Int, _ dimension: Int) {
    members[dimension][code] = .plain(member)
    if !unclearMembers[dimension].isEmpty { unclearMembers[dimension].remove(code) }
    book.members[dimension][code] = member
  }

  /// Takes note that the row with the codes `row` has been read; the texts that begin before `limit` have all appeared.
  func pass(_ row: RowCodes?, until limit: Int, _ reader: SheetReader) {
    if let row {
      resolveKey(row.key, reader)
      if !keys[row.key].isPlain { unclearKeys.insert(row.key) }
      passedKeys = max(passedKeys, row.key + 1)
    }
    let texts = texts.tables[ScanPlan.periodTable]
    while passedPeriods < blockCounts.texts[ScanPlan.periodTable], texts[passedPeriods].start < limit {
      resolvePeriod(passedPeriods, reader)
      if !periods[passedPeriods].isPlain { unclearPeriods.insert(passedPeriods) }
      passedPeriods += 1
    }
    for dimension in members.indices {
      let texts = self.texts.tables[plan.tableOfDimension[dimension]]
      let count = blockCounts.texts[plan.tableOfDimension[dimension]]
      while passedMembers[dimension] < count, texts[passedMembers[dimension]].start < limit {
        let code = passedMembers[dimension]
        resolveMember(code, dimension, reader)
        if !members[dimension][code].isPlain { unclearMembers[dimension].insert(code) }
        passedMembers[dimension] += 1
      }
    }
  }

  /// Takes note whether the numbers of an indicator's rows are what is printed; nil where that is not known yet.
  func judge(_ key: Int, _ takes: Bool?) {
    switch takes {
    case true?: doubtfulKeys.remove(key)
    case false?: settle(key, .special)
    case nil: doubtfulKeys.insert(key)
    }
  }

  /// Whether it is not known yet what the numbers of an indicator's rows are.
  func isDoubtful(_ key: Int) -> Bool { !doubtfulKeys.isEmpty && doubtfulKeys.contains(key) }

  /// Whether rows other than events may have to be looked at.
  var hasUnclearRows: Bool {
    !unclearKeys.isEmpty || !doubtfulKeys.isEmpty || !unclearPeriods.isEmpty || unclearMembers.contains { !$0.isEmpty }
  }

  /// Returns whether the row of the cell at `cell` has a code that makes rows unclear.
  func isUnclear(_ block: ObservationBlock, _ cell: Int) -> Bool {
    let row = RowCodes(block, cell, plan)
    if plainIndicator(row) == nil || isDoubtful(row.key) { return true }
    return members.indices.contains { dimension in
      !members[dimension].isEmpty && !members[dimension][Int(row.members[dimension])].isPlain
    }
  }

  /// Returns the indicator of a row that need not be read by itself, as far as its texts tell; nil where it must.
  func plainIndicator(_ row: RowCodes, inAnyPeriod: Bool = false) -> RowIndicator? {
    guard case .plain(let indicator) = keys[row.key] else { return nil }
    return inAnyPeriod || periods.isEmpty || periods[row.period].isPlain ? indicator : nil
  }

  /// Returns the indicator of the row whose first cell is at `cell`, as `plainIndicator` of its codes does.
  func plainIndicator(_ block: ObservationBlock, _ cell: Int) -> RowIndicator? {
    guard
      case .plain(let indicator) = keys[plan.ownsIndicators ? 0 : block.indicator(of: cell, in: block.run(of: cell))]
    else {
      return nil
    }
    return periods.isEmpty || periods[plan.ownsPeriods ? 0 : block.period(of: cell)].isPlain ? indicator : nil
  }

  /// Returns the members' codes in the name table of a combination of codes.
  func members(_ codes: SIMD4<UInt16>) -> [Int32] {
    members.indices.map { dimension in
      let own = book.members[dimension]
      return own.isEmpty ? -1 : own[Int(codes[dimension])]
    }
  }

  /// Notes the labels of a row that is taken as it was scanned.
  func note(_ row: RowCodes, in labels: inout SheetLabels) {
    // What only targets have labels no cell.
    if plan.observed.isEmpty { return }
    if plan.ownsPeriods {
      for value in plan.observed { labels.add(book.periods[value]) }
    } else {
      labels.add(book.periods[row.period])
    }
    for dimension in members.indices {
      if dimension == 0, plan.ownsRegions {
        for value in plan.observed { labels.add(book.members[0][value], 0) }
      } else {
        labels.add(book.members[dimension][Int(row.members[dimension])], dimension)
      }
    }
  }

  /// Whether a row that is not kept would have had to be read by itself for what is special about its codes.
  var hasSpecialRowsLeftOut: Bool {
    unclearKeys.contains { texts.keysLeftOut[$0] } || unclearPeriods.contains { texts.periodsLeftOut[$0] }
  }

  /// Gives the members of a plain row that are new their codes in the name table.
  func addMembers(_ row: RowCodes, _ reader: inout SheetReader) {
    for dimension in members.indices where !members[dimension].isEmpty {
      let code = Int(row.members[dimension])
      guard case .open = members[dimension][code] else { continue }
      let text = texts.tables[plan.tableOfDimension[dimension]][code]
      set(reader.addMember(bytes, text.range, dimension), for: code, dimension)
    }
  }
}
