import Units

/// What the codes of one scanned block mean, as far as the rows before have told.
struct CodeMeanings {
  /// What a text that rows share was read as.
  private enum Meaning<Value> {
    /// No row that was read has it yet.
    case open
    /// Rows with it must be read by themselves.
    case special
    case plain(Value)
  }

  private let scanned: ScannedBlock
  private let plan: ScanPlan
  private let bytes: UnsafeBufferPointer<UInt8>
  private var keys: [Meaning<RowIndicator>]
  private var periods: [Meaning<Period>]
  private var members: [[Meaning<Int32>]]
  /// How many texts of the periods and of each dimension the rows so far have.
  private var passedPeriods = 0
  private var passedMembers: [Int]
  /// Whether rows other than events may have to be read by themselves.
  private(set) var hasSpecialRows = false

  /// Looks up what `reader` knows of the codes of `scanned`, and gives its block what they stand for.
  init(_ scanned: ScannedBlock, _ plan: ScanPlan, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: SheetReader) {
    self.scanned = scanned
    self.plan = plan
    self.bytes = bytes
    keys = Array(repeating: .open, count: scanned.keys.count)
    periods = Array(repeating: .open, count: scanned.texts[ScanPlan.periodTable].count)
    members = plan.tableOfDimension.map { Array(repeating: .open, count: scanned.texts[$0].count) }
    passedMembers = Array(repeating: 0, count: members.count)
    giveRoom(reader)
    for key in keys.indices { resolveKey(key, reader) }
    for code in periods.indices { resolvePeriod(code, reader) }
    for dimension in members.indices {
      for code in members[dimension].indices { resolveMember(code, dimension, reader) }
    }
  }

  /// Gives the block a place for each code, with those of headings and constants.
  private func giveRoom(_ reader: SheetReader) {
    let block = scanned.block
    block.indicators =
      plan.ownsIndicators
      ? plan.values.indices.map { reader.columnIndicators[$0] ?? -1 } : Array(repeating: -1, count: max(1, keys.count))
    let none = Period(year: 0)
    block.periods =
      plan.ownsPeriods
      ? reader.layout.values.map { $0.period?.period ?? none } : Array(repeating: none, count: max(1, periods.count))
    for dimension in members.indices {
      if dimension == 0, plan.ownsRegions {
        block.members[0] = plan.values.indices.map { reader.columnRegions[$0] ?? -1 }
      } else if case .constant(let name) = reader.dimensionSources[dimension] {
        block.members[dimension] = [reader.names.find(name)?.code ?? -1]
      } else {
        block.members[dimension] = Array(repeating: -1, count: max(1, members[dimension].count))
      }
    }
  }

  private mutating func resolveKey(_ key: Int, _ reader: SheetReader) {
    if plan.ownsIndicators { return keys[key] = .plain(RowIndicator(index: -1)) }
    let (name, unit) = (scanned.keys[key].name, scanned.keys[key].unit)
    let names = scanned.texts[ScanPlan.indicatorTable]
    let units = scanned.texts[ScanPlan.unitTable]
    guard
      let known = reader.knownIndicator(
        bytes, name: names.isEmpty ? nil : names[name].range, unit: units.isEmpty ? nil : units[unit].range)
    else { return }
    keys[key] = known.isHeading ? .special : .plain(known)
    if known.isHeading { hasSpecialRows = true } else { scanned.block.indicators[key] = known.index }
  }

  private mutating func resolvePeriod(_ code: Int, _ reader: SheetReader) {
    guard let known = reader.knownPeriod(bytes, scanned.texts[ScanPlan.periodTable][code].range) else { return }
    guard let period = known, !period.isCumulative else {
      periods[code] = .special
      hasSpecialRows = true
      return
    }
    periods[code] = .plain(period.period)
    scanned.block.periods[code] = period.period
  }

  private mutating func resolveMember(_ code: Int, _ dimension: Int, _ reader: SheetReader) {
    let text = scanned.texts[plan.tableOfDimension[dimension]][code]
    guard let member = reader.members[dimension].find(bytes, text.range) else { return }
    members[dimension][code] = .plain(member)
    scanned.block.members[dimension][code] = member
  }

  /// Takes note that the row with the codes `row` has been read; the texts that begin before `limit` have all appeared.
  mutating func pass(_ row: RowCodes?, until limit: Int, _ reader: SheetReader) {
    if let row, case .open = keys[row.key] {
      resolveKey(row.key, reader)
      if case .open = keys[row.key] { hasSpecialRows = true }
    }
    let texts = scanned.texts[ScanPlan.periodTable]
    while passedPeriods < texts.count, texts[passedPeriods].start < limit {
      if case .open = periods[passedPeriods] { resolvePeriod(passedPeriods, reader) }
      if case .open = periods[passedPeriods] { hasSpecialRows = true }
      passedPeriods += 1
    }
    for dimension in members.indices {
      let texts = scanned.texts[plan.tableOfDimension[dimension]]
      while passedMembers[dimension] < texts.count, texts[passedMembers[dimension]].start < limit {
        let code = passedMembers[dimension]
        if case .open = members[dimension][code] { resolveMember(code, dimension, reader) }
        if case .open = members[dimension][code] { hasSpecialRows = true }
        passedMembers[dimension] += 1
      }
    }
  }

  /// Returns the indicator of a row that need not be read by itself, as far as its texts tell; nil where it must.
  func plainIndicator(_ row: RowCodes) -> RowIndicator? {
    guard case .plain(let indicator) = keys[row.key] else { return nil }
    if !periods.isEmpty {
      guard case .plain = periods[row.period] else { return nil }
    }
    return indicator
  }

  /// Returns the members' codes in the name table of a combination of codes.
  func members(_ codes: SIMD4<UInt16>) -> [Int32] {
    members.indices.map { dimension in
      let own = scanned.block.members[dimension]
      return own.isEmpty ? -1 : own[Int(codes[dimension])]
    }
  }

  /// Notes the labels of a row that is taken as it was scanned.
  func note(_ row: RowCodes, in labels: inout SheetLabels) {
    let block = scanned.block
    if plan.ownsPeriods { block.periods.forEach { labels.add($0) } } else { labels.add(block.periods[row.period]) }
    for dimension in members.indices {
      if dimension == 0, plan.ownsRegions {
        block.members[0].forEach { labels.add($0, 0) }
      } else {
        labels.add(block.members[dimension][Int(row.members[dimension])], dimension)
      }
    }
  }

  /// Whether a row that is not kept would have had to be read by itself for what is special about its codes.
  var hasSpecialRowsLeftOut: Bool {
    func isPlain<Value>(_ meaning: Meaning<Value>) -> Bool { if case .plain = meaning { true } else { false } }
    return keys.indices.contains { $0 < scanned.leftOut.keys.count && scanned.leftOut.keys[$0] && !isPlain(keys[$0]) }
      || periods.indices.contains {
        $0 < scanned.leftOut.periods.count && scanned.leftOut.periods[$0] && !isPlain(periods[$0])
      }
  }

  /// Lets every row with an indicator be read by itself.
  mutating func makeSpecial(_ key: Int) {
    keys[key] = .special
    hasSpecialRows = true
  }

  /// Gives the members of a plain row that are new their codes in the name table.
  mutating func addMembers(_ row: RowCodes, _ reader: inout SheetReader) {
    for dimension in members.indices where !members[dimension].isEmpty {
      let code = Int(row.members[dimension])
      guard case .open = members[dimension][code] else { continue }
      let text = scanned.texts[plan.tableOfDimension[dimension]][code]
      let member = reader.addMember(bytes, text.range, dimension)
      members[dimension][code] = .plain(member)
      scanned.block.members[dimension][code] = member
    }
  }
}

extension RowCodes {
  /// Reads the codes of the row whose first cell is at `cell`.
  init(_ block: ObservationBlock, _ cell: Int, _ plan: ScanPlan) {
    key = plan.ownsIndicators ? 0 : Int(block.indicatorCodes[cell])
    period = plan.ownsPeriods ? 0 : Int(block.periodCodes[cell])
    var members = SIMD4<UInt16>()
    for dimension in 0..<plan.dimensions where !(dimension == 0 && plan.ownsRegions) {
      members[dimension] = block.memberCodes[dimension][cell]
    }
    self.members = members
  }
}
