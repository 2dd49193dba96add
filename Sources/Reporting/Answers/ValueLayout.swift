import Evaluation
import Indicators
import Semantics
import Source
import Units

/// The table of a question about values.
///
/// Without members, each expression is a row and its unit stands beside its name. With members, each combination of
/// them is a row, and each expression has its own columns with the unit in the heading.
struct ValueLayout {
  private let question: ValueQuestion
  private var notes: [Phrase] = []

  init(_ question: ValueQuestion) {
    self.question = question
  }

  /// Returns the answer.
  mutating func block(_ evaluator: inout Evaluator) -> Block {
    let columns = columns(&evaluator)
    let dimensions = rowDimensions(&evaluator)
    let showsTargets = columns.contains { if case .target = $0.form { true } else { false } }
    let table: Table
    if showsTargets {
      table = targetTable(columns, &evaluator)
    } else if dimensions.isEmpty {
      table = expressionTable(columns, &evaluator)
    } else {
      table = memberTable(columns, dimensions, &evaluator)
    }
    compareMembers(columns, &evaluator)
    notes += coverageNotes(columns, &evaluator)
    let shown = question.items.map { (name: $0.heading, expression: $0.expression) }
    notes += evaluator.spanNotes(of: shown, in: question.scenarios[0])
    // One expression's columns are headed by periods, so its name stands above them.
    let isUnnamed = question.items.count == 1 && !showsTargets && !dimensions.isEmpty
    let title = isUnnamed ? Phrase(same: question.items[0].heading) : nil
    return Block(.table(table), title: title, notes: notes)
  }

  /// The columns asked for, or every period in which anything is known; each in every scenario.
  private func columns(_ evaluator: inout Evaluator) -> [ValueColumn] {
    if question.columns.isEmpty {
      let periods = knownPeriods(&evaluator)
      var forms: [ValueColumn.Form] = periods.map { .period($0) }
      if forms.isEmpty || question.items.contains(where: { !hasPeriods($0, &evaluator) }) { forms.append(.whole) }
      return forms.flatMap { form in
        question.scenarios.map { ValueColumn(form: form, scenario: $0, against: nil) }
      }
    }
    return question.columns.flatMap { column -> [ValueColumn] in
      let form: ValueColumn.Form =
        switch column.form {
        case .period(let period): .period(period)
        case .growth(let first, let second): .growth(first, second)
        case .difference(let first, let second): .difference(first, second)
        case .target(let target): .target(target)
        }
      let against = column.against.map { (isRatio: $0.joint == .ratio, scenario: $0.scenario) }
      let scenarios = column.scenario.map { [$0] } ?? question.scenarios
      return scenarios.map { ValueColumn(form: form, scenario: $0, against: against) }
    }
  }

  private func knownPeriods(_ evaluator: inout Evaluator) -> [Period] {
    var known: Set<Period> = []
    var all: Set<Period> = []
    for item in question.items {
      for scenario in question.scenarios {
        guard case .numbers(let cube) = evaluator.value(of: item.expression, in: scenario) else { continue }
        known.formUnion(cube.tellingPeriods)
        all.formUnion(cube.periods)
      }
    }
    return (known.isEmpty ? all : known).sorted()
  }

  private func hasPeriods(_ item: ValueQuestion.Item, _ evaluator: inout Evaluator) -> Bool {
    guard case .numbers(let cube) = evaluator.value(of: item.expression, in: question.scenarios[0]) else {
      return false
    }
    return cube.axisIndex(of: .period) != nil
  }

  /// Returns whether `column` has anything to show of `item`: a value without periods stands in no period's column
  /// unless that is asked for, and one with periods in no other.
  private func applies(_ column: ValueColumn, _ item: ValueQuestion.Item, _ evaluator: inout Evaluator) -> Bool {
    switch column.form {
    case .whole: !hasPeriods(item, &evaluator) || question.items.count == 1
    case .period: !question.columns.isEmpty || hasPeriods(item, &evaluator)
    case .growth, .difference, .target: true
    }
  }

  private var showsScenario: Bool { question.scenarios != [.actual] }

  private mutating func rowDimensions(_ evaluator: inout Evaluator) -> [Dimension] {
    var found: [Dimension] = []
    for item in question.items {
      let axes: [Axis]
      switch evaluator.value(of: item.expression, in: question.scenarios[0]) {
      case .numbers(let cube): axes = cube.axes
      case .texts(let texts): axes = texts.axes
      }
      for axis in axes where axis.dimension != .period && !found.contains(axis.dimension) {
        found.append(axis.dimension)
      }
    }
    let open = found.filter { !question.by.contains($0) }
    if !question.by.isEmpty, !open.isEmpty { evaluator.report(uncovered: open, at: question.range) }
    return question.by.filter { found.contains($0) } + open
  }

  /// Each expression a row.
  private mutating func expressionTable(_ columns: [ValueColumn], _ evaluator: inout Evaluator) -> Table {
    let hasUnits = question.items.contains { item in
      columns.contains { !$0.unit(of: item.expression.type).factors.isEmpty }
    }
    var headings = [Column(Phrase("", ""))]
    if hasUnits { headings.append(Column(Phrase("unit", "单位"))) }
    var grids = question.items.map { item in
      RowGrid(axes: [], columns: columns.map { RowGrid.GridColumn($0, oneCell($0.cube(item.expression, &evaluator))) })
    }
    for index in grids.indices {
      for note in grids[index].apply(question, &evaluator) where !notes.contains(note) { notes.append(note) }
    }
    // A filter on periods takes away whole columns, unless they were asked for.
    let shown = columns.indices.filter { column in
      !question.columns.isEmpty || question.filter == nil || grids.contains { $0.isShown(column) }
    }
    headings += shown.map { index in
      let heading = columns[index].heading(showsScenario: showsScenario)
      return Column(
        heading.english.isEmpty ? Phrase("value", "数值") : heading, alignment: isText ? .leading : .trailing)
    }
    let rows = zip(question.items, grids).map { item, grid in
      let unit = item.expression.type.unit
      var cells: [Cell] = [.text(item.heading)]
      if hasUnits { cells.append(.text(unit.symbol)) }
      for index in shown {
        let column = columns[index]
        guard applies(column, item, &evaluator), !grid.columns[index].isLeftOut[0] else {
          cells.append(.empty)
          continue
        }
        let own = column.unit(of: item.expression.type)
        cells.append(cell(item, column, NumberStyle(unit: own.symbol, isUnitShown: own != unit), &evaluator))
      }
      return Row(cells)
    }
    return Table(columns: headings, rows: rows)
  }

  /// Returns a cube of one cell as it is, and any other as one missing cell.
  private func oneCell(_ cube: Cube) -> Cube {
    cube.count == 1 ? Cube(axes: [], values: cube.values, reasons: cube.reasons) : Cube(axes: [], missing: .undefined)
  }

  private var isText: Bool {
    question.items.allSatisfy(\.expression.type.isWord)
  }

  private func cell(
    _ item: ValueQuestion.Item, _ column: ValueColumn, _ style: NumberStyle, _ evaluator: inout Evaluator
  ) -> Cell {
    if case .texts(let texts) = evaluator.value(of: item.expression, in: column.scenario) {
      guard case .text(let vocabulary) = item.expression.type.shape else { return .empty }
      return Reporting.cell(texts.cells.first ?? [], vocabulary)
    }
    let cube = column.cube(item.expression, &evaluator)
    guard cube.count == 1 else { return .missing(.undefined) }
    return Reporting.cell(cube[0], cube.reasons[0], item.expression.type, style: style)
  }

  /// Each combination of members a row.
  private mutating func memberTable(
    _ columns: [ValueColumn], _ dimensions: [Dimension], _ evaluator: inout Evaluator
  ) -> Table {
    var parts: [(column: ValueColumn, cube: Cube, type: ValueType, heading: Column)] = []
    for item in question.items {
      for column in columns where applies(column, item, &evaluator) {
        let unit = column.unit(of: item.expression.type).symbol
        let heading = column.heading(showsScenario: showsScenario)
        let name = question.items.count == 1 ? "" : item.heading
        func joined(_ part: String) -> String { name.isEmpty ? part : part.isEmpty ? name : "\(name) \(part)" }
        parts.append(
          (
            column, column.cube(item.expression, &evaluator), item.expression.type,
            Column(
              heading.english.isEmpty && name.isEmpty
                ? Phrase("value", "数值") : Phrase(joined(heading.english), joined(heading.chinese)),
              unit: unit, alignment: item.expression.type.isWord ? .leading : .trailing)
          ))
      }
    }
    let axes = Cube.commonAxes(of: parts.map(\.cube), dimensions)
    var grid = RowGrid(axes: axes, columns: parts.map { RowGrid.GridColumn($0.column, $0.cube.overAxes(axes)) })
    notes += grid.apply(question, &evaluator)
    let shown = parts.indices.filter { !question.columns.isEmpty || question.filter == nil || grid.isShown($0) }
    let headings = dimensions.map { Column(evaluator.heading(of: $0)) } + shown.map { parts[$0].heading }
    let rows = grid.rows.map { row -> Row in
      let labels = grid.labels(of: row).map { Cell.text(evaluator.text($0)) }
      return Row(
        labels
          + shown.map { index in
            let column = grid.columns[index]
            if column.isLeftOut[row] { return .empty }
            return Reporting.cell(column.cube[row], column.cube.reasons[row], parts[index].type)
          })
    }
    return Table(columns: headings, rows: rows)
  }

  /// Each target of each expression a row.
  private mutating func targetTable(_ columns: [ValueColumn], _ evaluator: inout Evaluator) -> Table {
    var rows: [Row] = []
    for item in question.items {
      let table = evaluator.table(.targets, in: [question.scenarios[0]])
      let targets = evaluator.targetRows(of: item.expression, named: item.heading)
      for target in targets.isEmpty ? [nil] : targets.map(Optional.some) {
        let cells = columns.map { column -> Cell in
          guard case .target(let wanted) = column.form else {
            return memberCell(item, column, target, &evaluator)
          }
          guard let target else { return .missing(.outsideData) }
          return relationCell(target, wanted.rawValue, table, .targets)
        }
        let place = target.map { evaluator.place(ofTarget: $0, in: table) } ?? ""
        rows.append(
          Row([.text(name(item, target, evaluator)), .text(place), .text(item.expression.type.unit.symbol)] + cells))
      }
    }
    let headings = [
      Column(Phrase("", "")), Column(Phrase("target", "目标出处")), Column(Phrase("unit", "单位")),
    ]
    return Table(
      columns: headings
        + columns.map { column in
          var alignment = Column.Alignment.trailing
          if case .target(let wanted) = column.form, Relation.targets.columns[wanted.rawValue].isText {
            alignment = .leading
          }
          var unit = ""
          if case .target(let wanted) = column.form {
            unit = Relation.targets.columns[wanted.rawValue].shownUnit(in: .targets, wanted.rawValue)
          }
          return Column(column.heading(showsScenario: showsScenario), unit: unit, alignment: alignment)
        }, rows: rows)
  }

  /// Returns an expression's name with the members of the cell that a target judges.
  private func name(_ item: ValueQuestion.Item, _ target: Int?, _ evaluator: Evaluator) -> String {
    let members = evaluator.members(ofTarget: target)
    return members.isEmpty ? item.heading : "\(item.heading)[\(members.map(\.name).joined(separator: ", "))]"
  }

  /// Returns a column's value of an expression at the cell that a target judges.
  private func memberCell(
    _ item: ValueQuestion.Item, _ column: ValueColumn, _ target: Int?, _ evaluator: inout Evaluator
  ) -> Cell {
    var cube = column.cube(item.expression, &evaluator)
    for (dimension, name) in evaluator.members(ofTarget: target) {
      if let member = evaluator.names.find(name) { cube = cube.at(member, of: dimension) }
    }
    guard cube.count == 1 else { return .missing(.undefined) }
    let style = NumberStyle(unit: item.expression.type.unit.symbol, isUnitShown: false)
    return Reporting.cell(cube[0], cube.reasons[0], item.expression.type, style: style)
  }

  /// Lets the evaluator report what a column compares over different members.
  private func compareMembers(_ columns: [ValueColumn], _ evaluator: inout Evaluator) {
    for column in columns {
      guard let (first, second) = column.compared else { continue }
      for item in question.items {
        evaluator.compareMembers(of: item.expression, at: first, against: second, in: column.scenario)
      }
    }
  }

  /// Returns what the aggregates in the question rest on, where that is not everything.
  private func coverageNotes(_ columns: [ValueColumn], _ evaluator: inout Evaluator) -> [Phrase] {
    let periods = columns.flatMap(\.periods)
    var notes: [Phrase] = []
    for scenario in question.scenarios {
      for (name, range) in evaluator.aggregates(in: question.items.map { ($0.heading, $0.expression) }) {
        guard let coverage = evaluator.coverages[CoverageKey(range: range, scenario: scenario)] else { continue }
        let note = coverage.note(name, at: periods)
        if !notes.contains(note) { notes.append(note) }
      }
    }
    return notes
  }
}

extension ValueType {
  /// Whether the values are text.
  fileprivate var isWord: Bool {
    if case .text = shape { true } else { false }
  }
}
