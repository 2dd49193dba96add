import Units

/// The texts that rows share, and what the row at hand has of them.
struct TextTables: ~Copyable {
  private let plan: ScanPlan
  private let units: UnitTable
  private let tables: UnsafeMutablePointer<CodeTable>
  /// The row's code in each of the tables.
  private let codes: UnsafeMutablePointer<Int>
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
    codes = .allocate(capacity: plan.textCount)
    for table in 0..<plan.textCount { (tables + table).initialize(to: CodeTable()) }
    codes.initialize(repeating: 0, count: plan.textCount)
    tableOfDimension = .allocate(capacity: max(1, dimensions))
    for dimension in 0..<dimensions {
      (tableOfDimension + dimension).initialize(to: plan.tableOfDimension[dimension])
    }
  }

  deinit {
    tables.deinitialize(count: plan.textCount)
    tables.deallocate()
    codes.deallocate()
    tableOfDimension.deallocate()
  }

  /// Forgets all texts.
  mutating func removeAll() {
    for table in 0..<plan.textCount { tables[table].removeAll() }
    codes.update(repeating: 0, count: plan.textCount)
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
    let found = tables[table].code(bytes, start, end)
    codes[table] = found.code
    if found.isNew { add(table, bytes, start, end) }
    return found.isNew
  }

  /// Returns the code of a text of up to seven bytes, `word`, in a table; −1 where it is new.
  @inline(__always)
  mutating func known(_ table: Int, _ word: UInt64, _ length: Int) -> Int { tables[table].known(word, length) }

  /// Returns the code of the text between `start` and `end` in a table; −1 where it is new.
  @inline(__always)
  mutating func known(_ table: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    tables[table].known(bytes, start, end)
  }

  /// Gives the row the text with a code in a table; returns whether that is another than the row before had, and no period.
  @inline(__always)
  func change(_ table: Int, _ code: Int) -> Bool {
    if codes[table] == code { return false }
    codes[table] = code
    return table != ScanPlan.periodTable
  }

  /// The code of the row's period.
  var period: Int {
    @inline(__always) get { codes[ScanPlan.periodTable] }
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
      isWanted[count - 1] = plan.wanted.includes(fieldText(bytes, start..<end, isEscaped: false), units: units)
    }
  }

  /// Whether the cells of the row are kept.
  var isKept: Bool {
    @inline(__always) get { keepsAll || isWanted[codes[ScanPlan.indicatorTable]] }
  }

  /// Returns the code of the row's indicator, and says whether that or the region's parent is new.
  @inline(__always)
  mutating func key() -> (code: Int, isNew: Bool) {
    let isNew = plan.hasParents && isOtherParent()
    let (name, unit) = (codes[ScanPlan.indicatorTable], codes[ScanPlan.unitTable])
    if name < lastOfName.count, lastOfName[name].unit == unit { return (lastOfName[name].key, isNew) }
    let found = findKey(name, unit)
    return (found.key, isNew || found.isNew)
  }

  /// Returns the code of the row's indicator; −1 where that or the region's parent is new, or another unit than the last.
  @inline(__always)
  mutating func knownKey() -> Int {
    let (name, unit) = (codes[ScanPlan.indicatorTable], codes[ScanPlan.unitTable])
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
    let region = codes[ScanPlan.firstDimensionTable]
    return region < parentOfRegion.count && parentOfRegion[region] == codes[ScanPlan.parentTable]
  }

  /// Returns whether the row's region is seen for the first time, or was seen with another parent.
  private mutating func isOtherParent() -> Bool {
    let (region, parent) = (codes[ScanPlan.firstDimensionTable], codes[ScanPlan.parentTable])
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

  /// Notes that a row with these codes is not kept.
  @inline(__always)
  mutating func leaveOut(_ row: RowCodes) {
    keysLeftOut[row.key] = true
    periodsLeftOut[row.period] = true
  }

  /// Returns the code of what the row says of its targets, in one text or several.
  mutating func trait() -> Int {
    var code = codes[plan.firstTraitTable]
    for table in plan.firstTraitTable + 1..<plan.firstTraitTable + plan.traits.count {
      // The pairs of all columns are counted together, so that no two share a code.
      let pair = UInt64(truncatingIfNeeded: code) << 32 | UInt64(truncatingIfNeeded: codes[table] << 8 | table & 255)
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

  /// Notes that members stand together.
  @inline(__always)
  mutating func addCombination(_ members: SIMD4<UInt16>) {
    if dimensions < 2 { return }
    if sharesTable {
      // Of parts of one column, one tells the others.
      let code = Int(members[0])
      if hasCombination[code] { return }
      hasCombination[code] = true
    }
    combinations.add(members)
  }

  /// The codes of the row's members.
  var members: SIMD4<UInt16> {
    @inline(__always) get {
      var members = SIMD4<UInt16>()
      for dimension in 0..<dimensions {
        members[dimension] = UInt16(truncatingIfNeeded: codes[tableOfDimension[dimension]])
      }
      return members
    }
  }

  /// Returns the codes of a row whose indicator has the code `key`.
  mutating func rowCodes(_ key: Int) -> RowCodes {
    let members = members
    addCombination(members)
    return RowCodes(key: key, period: period, members: members)
  }
}
