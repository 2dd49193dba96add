import Units

/// The texts that rows share, and what the row at hand has of them.
struct TextTables: ~Copyable {
  private let plan: ScanPlan
  private let units: UnitTable
  /// The tables, which also know the row's code in them.
  let tables: UnsafeMutablePointer<CodeTable>
  /// The table of each dimension.
  private let tableOfDimension: UnsafeMutablePointer<Int>
  private let dimensions: Int
  private let valueCount: Int
  /// Whether any table, or `keys`, has as many texts as a book may have.
  private(set) var isFull = false
  /// The pairs of an indicator's text and a unit's that occur.
  private var keys: [CodedTexts.Key] = []
  private var keyOfPair: [UInt64: Int] = [:]
  /// The unit and the key that each indicator's text last had.
  private var lastOfName: [(unit: Int, key: Int)] = []
  /// Whether each indicator has had a number in each value column.
  private var hasNumber = CodeFlags()
  /// The parent's text with which each region's was first seen, −1 before.
  private var parentOfRegion: [Int] = []
  /// Whether the cells of each indicator's text are kept; empty where all are.
  private var isWanted = CodeFlags()
  /// Whether a plain row that is not kept has each code of an indicator, and of a period.
  private var keysLeftOut = CodeFlags()
  private var periodsLeftOut = CodeFlags()
  private let keepsAll: Bool
  private let sharesTable: Bool
  /// The combinations of members.
  private var combinations = CombinationTable()
  private var hasCombination = CodeFlags()
  /// The combinations of texts that say something of targets.
  private var traitOfPair: [UInt64: Int] = [:]
  private var lastTrait: (pair: UInt64, code: Int) = (.max, 0)

  /// Creates empty tables.
  init(_ plan: ScanPlan, units: UnitTable) {
    self.plan = plan
    self.units = units
    (valueCount, dimensions) = (plan.values.count, plan.dimensions)
    (keepsAll, sharesTable) = (plan.wanted == .all, plan.sharesTable)
    tables = .allocate(capacity: plan.textCount)
    for table in 0..<plan.textCount { (tables + table).initialize(to: CodeTable()) }
    tableOfDimension = .allocate(capacity: max(1, dimensions))
    for dimension in 0..<dimensions {
      (tableOfDimension + dimension).initialize(to: plan.tableOfDimension[dimension])
    }
    assumeTexts()
  }

  /// Gives rows a code in the tables that no column has texts for.
  private func assumeTexts() {
    for table in 0..<plan.textCount where !plan.tableOfColumn.contains(table) { tables[table].assumeFirst() }
  }

  deinit {
    tables.deinitialize(count: plan.textCount)
    tables.deallocate()
    tableOfDimension.deallocate()
  }

  /// Forgets all texts.
  mutating func removeAll() {
    for table in 0..<plan.textCount { tables[table].removeAll() }
    assumeTexts()
    isFull = false
    keys.removeAll()
    keyOfPair.removeAll()
    lastOfName.removeAll()
    hasNumber.removeAll()
    parentOfRegion.removeAll()
    isWanted.removeAll()
    keysLeftOut.removeAll()
    periodsLeftOut.removeAll()
    combinations.removeAll()
    hasCombination.removeAll()
    traitOfPair.removeAll()
    lastTrait = (.max, 0)
  }

  /// The texts, as far as rows have had them.
  var texts: CodedTexts {
    CodedTexts(
      tables: (0..<plan.textCount).map { tables[$0].texts }, keys: keys, keysLeftOut: keysLeftOut.first(keys.count),
      periodsLeftOut: periodsLeftOut.first(tables[ScanPlan.periodTable].texts.count))
  }

  /// How many texts there are.
  var counts: CodedTexts.Counts {
    CodedTexts.Counts(keys: keys.count, texts: (0..<plan.textCount).map { tables[$0].texts.count })
  }

  /// Returns the combinations that are new since this was last called.
  mutating func takeCombinations() -> [SIMD4<UInt16>] { combinations.takeAdded() }

  /// Gives the row its text in a table; returns whether the text is new.
  @inline(__always)
  mutating func set(_ table: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let isNew = tables[table].code(bytes, start, end).isNew
    if isNew { add(table, bytes, start, end) }
    return isNew
  }

  /// The row's code in a table.
  @inline(__always)
  private func current(_ table: Int) -> Int { tables[table].current }

  /// The code of the row's period.
  var period: Int {
    @inline(__always) get { current(ScanPlan.periodTable) }
  }

  /// Makes room for what is to be known of a new text.
  @inline(never)
  private mutating func add(_ table: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    let count = tables[table].texts.count
    if count >= plan.mostTexts { isFull = true }
    if sharesTable, table == tableOfDimension[0] { hasCombination.reserve(count) }
    if table == ScanPlan.periodTable { periodsLeftOut.reserve(count) }
    if table == ScanPlan.indicatorTable {
      lastOfName.append((-1, 0))
      if keepsAll { return }
      isWanted.reserve(count)
      isWanted[count - 1] = plan.wanted.includes(plan.coding.text(bytes, start..<end, isEscaped: false), units: units)
    }
  }

  /// Whether the cells of the row are kept.
  var isKept: Bool {
    @inline(__always) get { keepsAll || isWanted[current(ScanPlan.indicatorTable)] }
  }

  /// Returns the code of the row's indicator, and says whether that or the region's parent is new.
  @inline(__always)
  mutating func key() -> (code: Int, isNew: Bool) {
    let isNew = plan.hasParents && isOtherParent()
    let (name, unit) = (current(ScanPlan.indicatorTable), current(ScanPlan.unitTable))
    if name < lastOfName.count, lastOfName[name].unit == unit { return (lastOfName[name].key, isNew) }
    let found = findKey(name, unit)
    return (found.key, isNew || found.isNew)
  }

  /// Returns the code of the row's indicator; −1 where that or the region's parent is new, or another unit than the last.
  @inline(__always)
  mutating func knownKey() -> Int {
    let (name, unit) = (current(ScanPlan.indicatorTable), current(ScanPlan.unitTable))
    guard name < lastOfName.count, lastOfName[name].unit == unit, !plan.hasParents || hasKnownParent else { return -1 }
    return lastOfName[name].key
  }

  @inline(never)
  private mutating func findKey(_ name: Int, _ unit: Int) -> (key: Int, isNew: Bool) {
    let pair = UInt64(truncatingIfNeeded: name) << 32 | UInt64(truncatingIfNeeded: unit)
    let known = keyOfPair[pair]
    let key = known ?? keys.count
    if known == nil {
      keyOfPair[pair] = key
      keys.append(CodedTexts.Key(name: name, unit: unit))
      hasNumber.reserve(keys.count * valueCount)
      keysLeftOut.reserve(keys.count)
      if keys.count >= plan.mostTexts { isFull = true }
    }
    // A sheet whose rows name no indicator has no texts of them.
    while lastOfName.count <= name { lastOfName.append((-1, 0)) }
    lastOfName[name] = (unit, key)
    return (key, known == nil)
  }

  /// Whether the row's region was seen before, with the same parent.
  private var hasKnownParent: Bool {
    let region = current(ScanPlan.firstDimensionTable)
    return region < parentOfRegion.count && parentOfRegion[region] == current(ScanPlan.parentTable)
  }

  /// Returns whether the row's region is seen for the first time, or was seen with another parent.
  private mutating func isOtherParent() -> Bool {
    let (region, parent) = (current(ScanPlan.firstDimensionTable), current(ScanPlan.parentTable))
    while parentOfRegion.count <= region { parentOfRegion.append(-1) }
    if parentOfRegion[region] >= 0 { return parentOfRegion[region] != parent }
    parentOfRegion[region] = parent
    return true
  }

  /// Returns whether no number of the indicator stood in a value column before, and remembers that one does.
  @inline(__always)
  mutating func isFirstNumber(_ key: Int, _ value: Int) -> Bool {
    let place = key &* valueCount &+ value
    if hasNumber[place] { return false }
    hasNumber[place] = true
    return true
  }

  /// Whether a number of the indicator stood in a value column before.
  @inline(__always)
  func hasNumber(_ key: Int, _ value: Int) -> Bool { hasNumber[key &* valueCount &+ value] }

  /// Notes that a row whose indicator has the code `key` is not kept.
  @inline(__always)
  mutating func leaveOut(_ key: Int) { keysLeftOut[key] = true }

  /// Notes that a row of the period at hand is not kept.
  @inline(__always)
  mutating func leaveOutPeriod() { periodsLeftOut[period] = true }

  /// Returns the code of what the row says of its targets, in one text or several.
  mutating func trait() -> Int {
    var code = current(plan.firstTraitTable)
    for table in plan.firstTraitTable + 1..<plan.firstTraitTable + plan.traits.count {
      // The pairs of all columns are counted together, so that no two share a code.
      let pair = UInt64(truncatingIfNeeded: code) << 32 | UInt64(truncatingIfNeeded: current(table) << 8 | table & 255)
      if pair != lastTrait.pair {
        let known = traitOfPair[pair] ?? traitOfPair.count
        traitOfPair[pair] = known
        lastTrait = (pair, known)
        if traitOfPair.count >= plan.mostTexts { isFull = true }
      }
      code = lastTrait.code
    }
    return code
  }

  /// Notes that the row's members stand together.
  @inline(__always)
  mutating func addCombination() {
    if dimensions < 2 { return }
    if sharesTable {
      // Of parts of one column, one tells the others.
      let code = current(tableOfDimension[0])
      if hasCombination[code] { return }
      hasCombination[code] = true
    }
    findCombination()
  }

  @inline(never)
  private mutating func findCombination() { combinations.add(members) }

  /// The codes of the row's members.
  var members: SIMD4<UInt16> {
    @inline(__always) get {
      var members = SIMD4<UInt16>()
      for dimension in 0..<dimensions {
        members[dimension] = UInt16(truncatingIfNeeded: current(tableOfDimension[dimension]))
      }
      return members
    }
  }
}
