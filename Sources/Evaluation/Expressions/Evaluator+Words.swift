import Indicators
import Semantics
import Source
import Units

/// The different words of each group, in order of first appearance.
struct GroupedWords {
  /// The axes of the groups.
  var axes: [Axis]
  /// The words of each group, each once.
  var words: [[String]]
  /// How many cells of each group hold anything.
  var known: [Int]
  /// How many cells each group has.
  var frame: [Int]
  /// How many cells the filter dropped because its condition was unknown.
  var droppedUnknown = 0

  init(axes: [Axis]) {
    self.axes = axes
    let count = axes.reduce(1) { $0 * $1.labels.count }
    words = Array(repeating: [], count: count)
    known = Array(repeating: 0, count: count)
    frame = Array(repeating: 0, count: count)
  }

  /// Adds a cell to the group at `index`; an empty one counts as due and not known.
  mutating func add(_ cell: [String], to index: Int, _ seen: inout [Set<String>]) {
    frame[index] += 1
    if !cell.isEmpty { known[index] += 1 }
    for word in cell where seen[index].insert(word).inserted { words[index].append(word) }
  }
}

extension Evaluator {
  /// Returns what `list` gives: the different words of each group.
  mutating func list(_ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings) -> TextCube {
    let grouped = words(call, at: range, surroundings)
    return TextCube(axes: grouped.axes, cells: grouped.words)
  }

  /// Returns how many different values each group has.
  mutating func countDistinct(_ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings) -> Cube {
    let grouped = words(call, at: range, surroundings)
    return Cube(
      axes: grouped.axes, values: grouped.words.map { Double($0.count) },
      reasons: Array(repeating: .known, count: grouped.words.count))
  }

  private mutating func words(
    _ call: AggregateCall, at range: SourceRange, _ surroundings: Surroundings
  ) -> GroupedWords {
    guard let argument = call.argument else { return GroupedWords(axes: []) }
    let grouped: GroupedWords
    if case .relation(let relation, let by) = call.frame {
      grouped = words(of: argument, call, over: relation, by, surroundings.scenario)
    } else {
      grouped = words(of: argument, call, surroundings)
    }
    // The labels of a dimension are all known; only a condition may not be.
    if case .dimension = argument.form, grouped.droppedUnknown == 0 { return grouped }
    let reasons = Array(repeating: MissingReason.known, count: grouped.known.count)
    coverages[CoverageKey(range: range, scenario: surroundings.scenario)] = Coverage(
      known: Cube(axes: grouped.axes, values: grouped.known.map(Double.init), reasons: reasons),
      frame: Cube(axes: grouped.axes, values: grouped.frame.map(Double.init), reasons: reasons),
      total: nil, weightShare: nil, unknownWeights: Cube(0), droppedUnknown: grouped.droppedUnknown,
      collapsed: call.collapsesRows ? [.row] : [])
    return grouped
  }

  private mutating func words(
    of argument: CheckedExpression, _ call: AggregateCall, over relation: Relation, _ by: [Int], _ scenario: ScenarioID
  ) -> GroupedWords {
    let table = self.table(relation, in: [scenario])
    let (kept, unknown) = rows(of: table, where: call.filter, in: scenario)
    let cells = texts(value(of: argument, over: table, in: scenario), argument.type)
    let groups = self.groups(of: kept, by: by, in: table)
    var grouped = GroupedWords(axes: axes(of: groups, by: by, relation))
    grouped.droppedUnknown = unknown
    let places = Cube(axes: grouped.axes, missing: .undefined)
    var seen = Array(repeating: Set<String>(), count: grouped.words.count)
    for group in groups {
      var point: [Dimension: Label] = [:]
      for (axis, key) in zip(grouped.axes, group.key) { point[axis.dimension] = .member(names.member(key)) }
      guard let offset = places.offset(at: point) else { continue }
      for row in group.rows { grouped.add(cells.cells[row], to: offset, &seen) }
    }
    return grouped
  }

  /// Returns an axis for each column by which rows are grouped, with the labels of all groups.
  private mutating func axes(
    of groups: [(key: [String], rows: [Int])], by columns: [Int], _ relation: Relation
  ) -> [Axis] {
    columns.enumerated().map { index, column in
      var keys = OrderedWords()
      for group in groups { keys.insert(group.key[index]) }
      return Axis(
        Dimension(relation.columns[column].heading.english), keys.list.map { .member(names.member($0)) })
    }
  }

  private mutating func words(
    of argument: CheckedExpression, _ call: AggregateCall, _ surroundings: Surroundings
  ) -> GroupedWords {
    let filter = call.filter.map { cube($0, surroundings) }
    var cells = texts(value(of: argument, labelledAs: filter, surroundings), argument.type)
    let axes = Alignment.axes(cells.axes, filter?.axes ?? [])
    if axes != cells.axes { cells = cells.overAxes(axes) }
    let verdicts = filter?.spread(over: axes)
    let collapsed = call.frame.collapsed(of: axes)
    var grouped = GroupedWords(axes: axes.filter { !collapsed.contains($0.dimension) })
    let positions = Alignment.positions(of: grouped.axes, in: axes)
    var seen = Array(repeating: Set<String>(), count: grouped.words.count)
    for (offset, position) in positions.enumerated() {
      if let verdicts, verdicts[offset] != 1 {
        if verdicts.reasons[offset] != .known { grouped.droppedUnknown += 1 }
        continue
      }
      grouped.add(cells.cells[offset], to: Int(position), &seen)
    }
    return grouped
  }

  /// Returns the value of what an aggregate collapses; labels of a dimension are those that the filter has.
  mutating func value(
    of argument: CheckedExpression, labelledAs filter: Cube?, _ surroundings: Surroundings
  ) -> Value {
    guard case .dimension(let dimension) = argument.form,
      let axis = filter?.axes.first(where: { $0.dimension == dimension })
    else { return value(of: argument, surroundings) }
    if dimension == .period {
      let codes = axis.labels.map { label -> Double in
        if case .period(let period) = label { period.code } else { 0 }
      }
      return .numbers(Cube(axes: [axis], values: codes, reasons: codes.map { _ in .known }))
    }
    return .texts(TextCube(axes: [axis], cells: axis.labels.map { [text($0)] }))
  }

  /// Returns a value as words: numbers as they are read, periods as gf writes them.
  private func texts(_ value: Value, _ type: ValueType) -> TextCube {
    switch value {
    case .texts(let texts): texts
    case .numbers(let cube):
      TextCube(
        axes: cube.axes,
        cells: (0..<cube.count).map { offset in
          guard let number = cube[offset] else { return [] }
          if type.shape == .period { return Period(code: number).map { [$0.description] } ?? [] }
          return [shortestString(significantDecimal(number, digits: 12))]
        })
    }
  }
}

/// Words, each once, in order of first appearance.
private struct OrderedWords {
  private(set) var list: [String] = []
  private var seen: Set<String> = []

  mutating func insert(_ word: String) {
    if seen.insert(word).inserted { list.append(word) }
  }
}

extension AggregateCall {
  fileprivate var collapsesRows: Bool {
    if case .relation = frame { true } else { false }
  }
}
