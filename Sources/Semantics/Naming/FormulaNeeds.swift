/// What formulas that stand one behind another need, and what the names in them stand for.
struct FormulaNeeds: Sendable {
  /// The needs of all these formulas, one formula's behind another's.
  private var edges: [DependencyGraph.Edge] = []
  /// Where the needs of each formula end.
  private var edgeEnds: [Int32] = []
  private var names: [FoundName] = []
  private var nameEnds: [Int32] = []

  /// The needs alone.
  var withoutNames: FormulaNeeds {
    var result = self
    result.names = []
    result.nameEnds = []
    return result
  }

  /// Adds a need of the formula at hand.
  mutating func add(_ edge: DependencyGraph.Edge) { edges.append(edge) }

  /// Adds what a name in the formula at hand stands for.
  mutating func add(_ name: FoundName) { names.append(name) }

  /// Begins with the next formula.
  mutating func endFormula() {
    edgeEnds.append(Int32(truncatingIfNeeded: edges.count))
    nameEnds.append(Int32(truncatingIfNeeded: names.count))
  }

  /// Returns the needs of the formula at `position` of these.
  func edges(of position: Int) -> ArraySlice<DependencyGraph.Edge> {
    edges[(position == 0 ? 0 : Int(edgeEnds[position - 1]))..<Int(edgeEnds[position])]
  }

  /// Returns what the names in the formula at `position` of these stand for, in written order.
  func names(of position: Int) -> ArraySlice<FoundName> {
    names[(position == 0 ? 0 : Int(nameEnds[position - 1]))..<Int(nameEnds[position])]
  }
}

/// The needs of all formulas, in parts of one size.
struct NeedList: Sendable {
  /// How many formulas a part has.
  let partSize: Int
  /// The needs of each part.
  let parts: [FormulaNeeds]

  /// The needs alone, without what names stand for, which is asked for only when formulas are checked.
  var withoutNames: NeedList { NeedList(partSize: partSize, parts: parts.map(\.withoutNames)) }

  /// Returns the needs of the formula at `position`.
  func edges(of position: Int) -> ArraySlice<DependencyGraph.Edge> {
    parts[position / partSize].edges(of: position % partSize)
  }

  /// Returns what the names in the formula at `position` stand for, in written order.
  func names(of position: Int) -> ArraySlice<FoundName> {
    parts[position / partSize].names(of: position % partSize)
  }
}
