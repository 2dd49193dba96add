import Indicators
import Semantics
import Source

/// What a report needs of cubes.
extension Cube {
  /// Returns the cells at `period`; a cube without periods is returned whole.
  package func at(_ period: Period) -> Cube {
    slice(.period, at: .period(period))
  }

  /// Returns the cells at `member` of `dimension`; a cube without it is returned whole.
  package func at(_ member: Member, of dimension: Dimension) -> Cube {
    slice(dimension, at: .member(member))
  }

  /// Returns the cells of this cube and `other` joined by `apply`, which gives nil where there is no answer.
  package func combined(with other: Cube, _ apply: (Double, Double) -> Double?) -> Cube {
    joined(with: other, apply)
  }

  /// The numbers of the known cells.
  fileprivate var known: [Double] { (0..<count).compactMap { self[$0] } }

  /// The periods in which any cell is known, or is missing because sources disagree on it, ascending.
  package var tellingPeriods: [Period] {
    periods(where: { $0 == .known || $0 == .conflict })
  }

  /// The periods in which any cell is known, ascending.
  package var knownPeriods: [Period] {
    periods(where: { $0 == .known })
  }

  private func periods(where accepts: (MissingReason) -> Bool) -> [Period] {
    guard let position = axisIndex(of: .period) else { return [] }
    let axis = axes[position]
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    var isKnown = Array(repeating: false, count: axis.labels.count)
    for offset in 0..<count where accepts(reasons[offset]) { isKnown[offset / inner % axis.labels.count] = true }
    return zip(axis.labels, isKnown).compactMap { label, isKnown in
      guard isKnown, case .period(let period) = label else { return nil }
      return period
    }
  }

  /// Returns axes of `dimensions`, in that order, with the labels of all of `cubes`.
  package static func commonAxes(of cubes: [Cube], _ dimensions: [Dimension]) -> [Axis] {
    let axes = cubes.reduce([]) { Alignment($0, $1.axes).axes }
    return dimensions.map { dimension in axes.first { $0.dimension == dimension } ?? Axis(dimension, []) }
  }

  /// Returns the cube spread over exactly `axes`, which include its own but for their order.
  package func overAxes(_ axes: [Axis]) -> Cube {
    spread(over: axes)
  }
}

extension TextCube {
  /// Returns the texts spread over exactly `axes`.
  package func overAxes(_ axes: [Axis]) -> TextCube {
    let positions = Alignment.positions(of: self.axes, in: axes)
    return TextCube(axes: axes, cells: positions.map { $0 < 0 ? [] : cells[Int($0)] })
  }
}

extension Evaluator {
  /// Returns the heading of `dimension` in each language.
  package func heading(of dimension: Dimension) -> Phrase {
    switch dimension {
    case .region: return Phrase("region", "地区")
    case .period: return Phrase("period", "时期")
    case .scenario: return Phrase("scenario", "情景")
    default:
      let heading = Relation.allCases.flatMap(\.columns).map(\.heading).first { $0.english == dimension.name }
      return heading ?? Phrase(same: dimension.name)
    }
  }

  /// Returns the aggregates that `expressions` rest on, each with its name and where its call is written.
  package func aggregates(
    in expressions: [(name: String, expression: CheckedExpression)]
  ) -> [(name: String, range: SourceRange)] {
    var found: [(name: String, range: SourceRange)] = []
    var seen: Set<SourceRange> = []
    var open = Array(expressions.reversed())
    while let (name, expression) = open.popLast() {
      if case .aggregate = expression.form, seen.insert(expression.range).inserted {
        found.append((name, expression.range))
      }
      for part in expression.parts.reversed() { open.append((name, part)) }
      // A definition is looked through once, however often it is used.
      guard case .definition(let definition) = expression.form, let (name, formula, range) = formula(of: definition),
        seen.insert(range).inserted
      else { continue }
      open.append((name, formula))
    }
    return found
  }

  /// Returns the name and formula of an alias or an aggregate, and where its name is declared.
  private func formula(of definition: Definition) -> (name: String, formula: CheckedExpression, range: SourceRange)? {
    switch definition {
    case .alias(let position):
      let alias = program.aliases[position]
      return (alias.name, alias.formula, alias.range)
    case .aggregate(let position):
      let aggregate = program.aggregates[position]
      return (aggregate.name, aggregate.formula, aggregate.range)
    case .parameter, .indicator: return nil
    }
  }

  /// Returns the positions of the targets of `expression` among the rows of the relation.
  package mutating func targetRows(of expression: CheckedExpression, named name: String) -> [Int] {
    var indicator: Int?
    if case .definition(.indicator(let position)) = expression.form { indicator = position }
    if case .definition(.alias(let position)) = expression.form {
      indicator = program.indicators.firstIndex { $0.formula == position }
    }
    let wanted = indicator
    let qualifier = indicator.flatMap { program.indicators[$0].qualifier }
    let parts = indicator.map { program.indicators[$0].parts } ?? []
    return targetRows(in: .actual).indices.filter { index in
      let row = targetRows[.actual]?[index]
      if row?.name == name { return true }
      if qualifier != nil, let sheet = row?.sheet, let position = row?.indicator {
        return parts.contains { part in
          part.sheet == sheet
            && program.indicators[position].parts.contains { $0.sheet == sheet && $0.index == part.index }
        }
      }
      return wanted != nil && row?.indicator == wanted
    }
  }

  /// Returns the members of the cell that the target at `row` judges; none without a row.
  package func members(ofTarget row: Int?) -> [(dimension: Dimension, name: String)] {
    row.flatMap { targetRows[.actual]?[$0].members } ?? []
  }

  /// Returns where the target at `row` is printed or written.
  package func place(ofTarget row: Int, in table: RelationTable) -> String {
    guard let site = targetRows[.actual]?[row].site else { return "" }
    return place(site)
  }

  /// Reports a statement that no evaluation exists for.
  package mutating func report(unevaluated keyword: Phrase, at range: SourceRange) {
    report(
      Diagnostic(
        .error, .notEvaluated,
        Phrase(
          "\(keyword.english) is understood, but this version does not evaluate it",
          "本版本能读懂“\(keyword.chinese)”，但尚不能计算"),
        at: .script(range)))
  }

  /// Returns the dimensions that the value of `expression` varies over.
  package mutating func dimensions(of expression: CheckedExpression, in scenario: ScenarioID) -> [Dimension] {
    switch value(of: expression, in: scenario) {
    case .numbers(let cube): cube.axes.map(\.dimension)
    case .texts(let texts): texts.axes.map(\.dimension)
    }
  }

  /// Reports a condition that varies over dimensions that a table does not show.
  package mutating func report(unseen dimensions: [Dimension], at range: SourceRange) {
    let names = dimensions.map(\.name)
    report(
      Diagnostic(
        .error, .uncoveredDimension,
        Phrase(
          "the condition varies by \(names.joined(separator: ", ")), which the table does not show",
          "条件随“\(names.joined(separator: "、"))”变化，而表中没有这一维度"),
        at: .script(range),
        help: [Phrase("filter what is aggregated: aggregate a = sum(x) where …", "请在聚合中筛选：聚合 a = 求和(x) 筛选 …")]))
  }

  /// Reports dimensions over which a value varies though a question gathers it by others.
  package mutating func report(uncovered dimensions: [Dimension], at range: SourceRange) {
    let names = dimensions.map(\.name)
    report(
      Diagnostic(
        .warning, .uncoveredDimension,
        Phrase(
          "the values also vary by \(names.joined(separator: ", ")), which stands beside",
          "数值还随“\(names.joined(separator: "、"))”变化，一并列出"),
        at: .script(range),
        help: [Phrase("aggregate them first: aggregate a = sum(x) by …", "可先聚合：聚合 a = 求和(x) 按照 …")]))
  }
}

extension CheckedExpression {
  /// The expressions that this one is made of.
  package var parts: [CheckedExpression] {
    switch form {
    case .number, .missing, .truth, .period, .word, .definition, .dimension, .column, .invalid: []
    case .text(let pieces): pieces.compactMap { if case .value(let value) = $0 { value } else { nil } }
    case .converted(let inner, _), .negative(let inner), .not(let inner), .selection(let inner, _): [inner]
    case .arithmetic(let left, _, let right), .comparison(let left, _, let right), .fallback(let left, let right),
      .and(let left, let right), .or(let left, let right), .approximation(let left, let right, _):
      [left, right]
    case .between(let value, let lower, let upper): [value, lower, upper]
    case .among(let value, let list): [value] + list
    case .cells(_, let arguments): arguments
    case .time(let call): [call.series]
    case .aggregate(let call): [call.argument, call.weight, call.filter].compactMap { $0 }
    }
  }
}

extension Coverage {
  /// Returns how much of its frame the aggregate `name` rests on at `periods`, or at all where there are none.
  package func note(_ name: String, at periods: [Period]) -> Phrase {
    func count(_ cube: Cube) -> Double {
      guard !periods.isEmpty, cube.axisIndex(of: .period) != nil else { return Kernels.sum(cube.known) }
      return Kernels.sum(Set(periods).map { Kernels.sum(cube.at($0).known) })
    }
    let known = total.map { Double($0.known) } ?? count(known)
    let whole = total.map { Double($0.frame) } ?? count(frame)
    let what = collapsed == [.row] ? Phrase("rows", "行") : Phrase("cells", "个单元格")
    var english = "\(name): \(digits(known)) of \(digits(whole)) \(what.english) known"
    var chinese = "\(name)：已知 \(digits(known))/\(digits(whole)) \(what.chinese)"
    if let weightShare {
      let chosen = periods.isEmpty || weightShare.axisIndex(of: .period) == nil
      let shares = chosen ? weightShare.known : Set(periods).flatMap { weightShare.at($0).known }
      if let least = shares.min() {
        english += least >= 1 ? ", all of the weight" : ", at least \(percent(least)) of the weight"
        chinese += least >= 1 ? "，覆盖全部权重" : "，权重覆盖不低于 \(percent(least))"
      }
    }
    let unknown = count(unknownWeights)
    if unknown > 0 {
      english += unknown == 1 ? ", 1 weight unknown" : ", \(digits(unknown)) weights unknown"
      chinese += "，\(digits(unknown)) 个权重未知"
    }
    if droppedUnknown > 0 {
      english += ", \(droppedUnknown) dropped because the condition is unknown"
      chinese += "，\(droppedUnknown) 个因条件不明而剔除"
    }
    return Phrase(english, chinese)
  }

  private func digits(_ number: Double) -> String { String(Int(number)) }

  private func percent(_ share: Double) -> String {
    let percent = (share * 1000).rounded(.down) / 10
    return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
  }
}
