import Source

/// The units that names stand for: those of the standard table and those that a script declares.
package struct UnitTable: Sendable {
  struct Entry: Hashable, Sendable {
    let dimension: Dimensions
    let size: Conversion
    let nature: MeasurementUnit.Nature
  }

  private var entries: [String: Entry] = [:]
  private var declared: Set<String> = []

  /// The units that need no declaration.
  package static let standard = UnitTable()

  private init() {
    // Growing step by step would take a tenth of the start.
    entries.reserveCapacity(512)
    for row in MeasuredUnits.rows { add(row) }
    for line in CountingWords.lines { add(UnitRow(base: line)) }
  }

  private mutating func add(_ row: UnitRow) {
    let entry = Entry(dimension: row.dimension, size: row.size, nature: row.nature)
    for name in row.names.split(separator: " ") { entries[String(name)] = entry }
  }

  /// Every name that has a meaning without a prefix, in no particular order.
  package var names: some Sequence<String> { entries.keys }

  /// Returns the unit called `name`, which may have a prefix: `元`, `万元`, `亿`; nil where there is none.
  package func unit(named name: String) -> MeasurementUnit? {
    let folded = UnitNotation.folded(name)
    return factor(named: folded).map { MeasurementUnit(factors: [$0]) }
  }

  /// Returns the factor called `name`, which is folded already.
  func factor(named name: String) -> MeasurementUnit.Factor? {
    if let entry = entries[name] {
      return MeasurementUnit.Factor(name, entry.dimension, size: entry.size, nature: entry.nature)
    }
    guard let (_, factor, rest) = UnitPrefixes.split(name) else { return nil }
    let thousands = Conversion(multiply: factor)
    if rest.isEmpty { return MeasurementUnit.Factor(name, .none, size: thousands) }
    guard let entry = entries[rest], entry.nature == .plain else { return nil }
    return MeasurementUnit.Factor(name, entry.dimension, size: entry.size.followed(by: thousands))
  }

  /// Adds the unit called `name`: `amount` of another unit, or, without a definition, a counting word of its own.
  ///
  /// Answers false, and changes nothing, where the name is taken or the amount is not a positive number. A standard
  /// unit may be stated again: its own definition within 1 in 10,000, such as 亩 as 666.667 平方米, replaces it.
  package mutating func declare(_ name: String, as definition: (amount: Double, unit: MeasurementUnit)?) -> Bool {
    let folded = UnitNotation.folded(name)
    guard !folded.isEmpty else { return false }
    guard let (amount, unit) = definition else {
      guard factor(named: folded) == nil else { return false }
      add(UnitRow(folded, Dimensions([BaseQuantity(folded): 1])))
      declared.insert(folded)
      return true
    }
    guard amount > 0, amount.isFinite else { return false }
    let entry = Entry(
      dimension: unit.dimensions, size: Conversion(decimal: amount).followed(by: unit.size), nature: unit.nature)
    // A counting word is a quantity of its own until a script says what it is.
    let isCountingWord = CountingWords.isOne(folded) && !declared.contains(folded)
    if let taken = factor(named: folded), !isCountingWord {
      let agrees = (entry.size.ratio / taken.size.ratio - 1).magnitude <= 1e-4
      guard !declared.contains(folded), entry.dimension == taken.dimension, entry.nature == taken.nature, agrees
      else { return false }
    }
    entries[folded] = entry
    declared.insert(folded)
    return true
  }

  /// Returns the units whose names go on with `start`, with 万, 亿 and their like in front of them too, in the order of the names.
  package func names(goingOnWith start: String) -> [String] {
    let own = entries.keys.filter { $0.hasPrefix(start) }
    guard let (prefix, _, rest) = UnitPrefixes.split(start) else { return own.sorted() }
    let prefixed = entries.filter { $0.value.nature == .plain && $0.key.hasPrefix(rest) }.map { prefix + $0.key }
    return Set(own + prefixed).sorted()
  }

  /// Returns at most three names that a person who wrote `name` may have meant, the nearest first.
  package func nearest(to name: String) -> [String] {
    let folded = UnitNotation.folded(name)
    let near = nearestNames(to: folded, among: entries.keys, atMost: 3)
    guard let (prefix, _, rest) = UnitPrefixes.split(folded), !rest.isEmpty else { return near }
    let prefixed = entries.lazy.filter { $0.value.nature == .plain }.map { prefix + $0.key }
    return nearestNames(to: folded, among: near + Array(prefixed), atMost: 3)
  }
}
