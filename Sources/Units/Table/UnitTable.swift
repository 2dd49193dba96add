import Source

/// The units that names stand for: those of the standard table and those that a script declares.
package struct UnitTable: Sendable {
  struct Entry: Hashable, Sendable {
    let dimension: Dimensions
    let size: Conversion
    let nature: MeasurementUnit.Nature

    init(dimension: Dimensions, size: Conversion, nature: MeasurementUnit.Nature) {
      (self.dimension, self.size, self.nature) = (dimension, size, nature)
    }

    init(_ row: UnitRow) {
      self.init(dimension: row.dimension, size: row.size, nature: row.nature)
    }
  }

  /// The units that the script states; those of the standard table are looked up where they stand.
  private var declared: [String: Entry] = [:]

  /// The units that need no declaration.
  package static let standard = UnitTable()

  private init() {}

  /// Every name that has a meaning without a prefix, in no particular order.
  package var names: [String] {
    MeasuredUnits.index.words + CountingWords.index.words
      + declared.keys.filter { Self.standardEntry(named: $0) == nil }
  }

  /// Returns what `name` stands for without a prefix.
  private func entry(named name: String) -> Entry? {
    declared.isEmpty ? Self.standardEntry(named: name) : declared[name] ?? Self.standardEntry(named: name)
  }

  private static func standardEntry(named name: String) -> Entry? {
    if let line = MeasuredUnits.index.line(of: name) { return Entry(MeasuredUnits.rows[line]) }
    return CountingWords.index.line(of: name).map { Entry(CountingWords.rows[$0]) }
  }

  /// Returns the unit called `name`, which may have a prefix: `元`, `万元`, `亿`; nil where there is none.
  package func unit(named name: String) -> MeasurementUnit? {
    let folded = UnitNotation.folded(name)
    return factor(named: folded).map { MeasurementUnit(factors: [$0]) }
  }

  /// Returns the factor called `name`, which is folded already.
  func factor(named name: String) -> MeasurementUnit.Factor? {
    if let entry = entry(named: name) {
      return MeasurementUnit.Factor(name, entry.dimension, size: entry.size, nature: entry.nature)
    }
    guard let (_, factor, rest) = UnitPrefixes.split(name) else { return nil }
    let thousands = Conversion(multiply: factor)
    if rest.isEmpty { return MeasurementUnit.Factor(name, .none, size: thousands) }
    guard let entry = entry(named: rest), entry.nature == .plain else { return nil }
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
      declared[folded] = Entry(UnitRow(folded, Dimensions([BaseQuantity(folded): 1])))
      return true
    }
    guard amount > 0, amount.isFinite else { return false }
    let entry = Entry(
      dimension: unit.dimensions, size: Conversion(decimal: amount).followed(by: unit.size), nature: unit.nature)
    // A counting word is a quantity of its own until a script says what it is.
    let isCountingWord = CountingWords.index.line(of: folded) != nil && declared[folded] == nil
    if let taken = factor(named: folded), !isCountingWord {
      let agrees = (entry.size.ratio / taken.size.ratio - 1).magnitude <= 1e-4
      guard declared[folded] == nil, entry.dimension == taken.dimension, entry.nature == taken.nature, agrees
      else { return false }
    }
    declared[folded] = entry
    return true
  }

  /// Returns the units whose names go on with `start`, with 万, 亿 and their like in front of them too, in the order of the names.
  package func names(goingOnWith start: String) -> [String] {
    let own = names.filter { $0.hasPrefix(start) }
    guard let (prefix, _, rest) = UnitPrefixes.split(start) else { return own.sorted() }
    let prefixed = namesWithPrefixes.filter { $0.hasPrefix(rest) }.map { prefix + $0 }
    return Set(own + prefixed).sorted()
  }

  /// Returns at most three names that a person who wrote `name` may have meant, the nearest first.
  package func nearest(to name: String) -> [String] {
    let folded = UnitNotation.folded(name)
    let near = nearestNames(to: folded, among: names, atMost: 3)
    guard let (prefix, _, rest) = UnitPrefixes.split(folded), !rest.isEmpty else { return near }
    return nearestNames(to: folded, among: near + namesWithPrefixes.map { prefix + $0 }, atMost: 3)
  }

  /// The names that 万, 亿 and their like may stand before.
  private var namesWithPrefixes: [String] { names.filter { entry(named: $0)?.nature == .plain } }
}
