import Units

/// The texts that the rows of one block share, and what the row at hand has of them.
struct TextTables: ~Copyable {
  private let plan: ScanPlan
  private let units: UnitTable
  private let tables: UnsafeMutablePointer<CodeTable>
  /// The row's code in each of the tables.
  private let codes: UnsafeMutablePointer<Int>
  /// The pairs of an indicator's text and a unit's that occur.
  private(set) var keys: [ScannedBlock.Key] = []
  private var keyOfPair: [UInt64: Int] = [:]
  private var lastPair: (pair: UInt64, key: Int) = (.max, 0)
  /// Whether each indicator has had a number in each value column.
  private var hasNumber: [Bool] = []
  /// The parent's text with which each region's was first seen, −1 before.
  private var parentOfRegion: [Int] = []
  /// Whether the cells of each indicator's text are kept.
  private var isWanted: [Bool] = []
  /// The texts of indicators in all blocks, and whether they are wanted.
  private var judged = CodeTable()
  private var judgements: [Bool] = []
  /// Whether a plain row that is not kept has each code of a period, and of an indicator.
  private(set) var leftOut = ScannedBlock.LeftOut()
  /// The combinations of members.
  private(set) var combinations: Set<SIMD4<UInt16>> = []
  private var lastCombination = SIMD4<UInt16>(repeating: .max)
  private var hasCombination: [Bool] = []
  private let valueCount: Int

  /// Creates empty tables.
  init(_ plan: ScanPlan, units: UnitTable) {
    self.plan = plan
    self.units = units
    valueCount = plan.values.count
    tables = .allocate(capacity: plan.textCount)
    codes = .allocate(capacity: plan.textCount)
    for table in 0..<plan.textCount { (tables + table).initialize(to: CodeTable()) }
    codes.initialize(repeating: 0, count: plan.textCount)
  }

  deinit {
    tables.deinitialize(count: plan.textCount)
    tables.deallocate()
    codes.deallocate()
  }

  /// Forgets all texts of a block.
  mutating func removeAll() {
    for table in 0..<plan.textCount { tables[table].removeAll() }
    codes.update(repeating: 0, count: plan.textCount)
    keys.removeAll(keepingCapacity: true)
    keyOfPair.removeAll(keepingCapacity: true)
    lastPair = (.max, 0)
    hasNumber.removeAll(keepingCapacity: true)
    parentOfRegion.removeAll(keepingCapacity: true)
    isWanted.removeAll(keepingCapacity: true)
    leftOut = ScannedBlock.LeftOut()
    combinations.removeAll()
    hasCombination.removeAll(keepingCapacity: true)
    lastCombination = SIMD4(repeating: .max)
  }

  /// The texts of each table.
  var texts: [[CodeTable.Text]] { (0..<plan.textCount).map { tables[$0].texts } }

  /// Gives the row its text in a table; returns whether the text is new.
  @inline(__always)
  mutating func set(_ table: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let found = tables[table].code(bytes, start, end)
    codes[table] = found.code
    if found.isNew, table == ScanPlan.indicatorTable { judge(bytes, start, end) }
    return found.isNew
  }

  /// Finds out whether the cells of an indicator that is new in the block are kept.
  private mutating func judge(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    if plan.wanted == .all { return isWanted.append(true) }
    let (code, isNew) = judged.code(bytes, start, end)
    if isNew {
      let name = fieldText(bytes, start..<end, isEscaped: false)
      judgements.append(plan.wanted.includes(name, units: units))
    }
    isWanted.append(judgements[code])
  }

  /// Whether the cells of the row are kept.
  var isKept: Bool {
    @inline(__always) get { isWanted.isEmpty || isWanted[codes[ScanPlan.indicatorTable]] }
  }

  /// Returns the code of the row's indicator, and says whether that or the region's parent is new.
  @inline(__always)
  mutating func key() -> (code: Int, isNew: Bool) {
    let isNew = plan.hasParents && isOtherParent()
    let (name, unit) = (codes[ScanPlan.indicatorTable], codes[ScanPlan.unitTable])
    let pair = UInt64(truncatingIfNeeded: name) << 32 | UInt64(truncatingIfNeeded: unit)
    if pair == lastPair.pair { return (lastPair.key, isNew) }
    let known = keyOfPair[pair]
    let key = known ?? keys.count
    if known == nil {
      keyOfPair[pair] = key
      keys.append(ScannedBlock.Key(name: name, unit: unit))
      hasNumber.append(contentsOf: repeatElement(false, count: plan.values.count))
    }
    lastPair = (pair, key)
    return (key, isNew || known == nil)
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

  /// Notes that a row with these codes is not kept.
  @inline(__always)
  mutating func leaveOut(_ row: RowCodes) { leftOut.add(row) }

  /// Notes that members stand together.
  @inline(__always)
  private mutating func add(_ members: SIMD4<UInt16>) {
    if plan.sharesTable {
      // Of parts of one column, one tells the others.
      let code = Int(members[0])
      if code < hasCombination.count, hasCombination[code] { return }
      while hasCombination.count <= code { hasCombination.append(false) }
      hasCombination[code] = true
    } else {
      if members == lastCombination { return }
      lastCombination = members
    }
    combinations.insert(members)
  }

  /// Returns the codes of a row whose indicator has the code `key`.
  @inline(__always)
  mutating func rowCodes(_ key: Int) -> RowCodes {
    var members = SIMD4<UInt16>()
    for dimension in 0..<plan.dimensions {
      members[dimension] = UInt16(truncatingIfNeeded: codes[plan.tableOfDimension[dimension]])
    }
    if plan.dimensions > 1 { add(members) }
    return RowCodes(key: key, period: codes[ScanPlan.periodTable], members: members)
  }
}
