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
  let question: ValueQuestion
  /// What is to be said below the table.
  var notes: [Phrase] = []
  /// The cells that the table shows, and why it shows no others.
  var shown: [ShownCells] = []

  /// Whether it is remembered which cells are shown, for the ledger.
  private let remembersCells: Bool

  init(_ question: ValueQuestion, remembersCells: Bool = false) {
    self.question = question
    self.remembersCells = remembersCells
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
      table = turned(expressionTable(columns, &evaluator), dimensions)
    } else {
      table = turned(memberTable(columns, dimensions, &evaluator), dimensions)
    }
    compareMembers(columns, &evaluator)
    notes += evaluator.foundationNotes(
      of: question.items, [question.filter].compactMap { $0 }, in: question.scenarios, at: columns.flatMap(\.periods))
    let named = question.items.map { (name: $0.heading, expression: $0.expression) }
    notes += evaluator.spanNotes(of: named, in: question.scenarios[0])
    if remembersCells { shown += hiddenCells(columns) }
    // One expression's columns are headed by periods, so its name stands above them.
    let isUnnamed = question.items.count == 1 && !showsTargets && !dimensions.isEmpty
    let title = isUnnamed ? Phrase(same: question.items[0].heading) : nil
    return Block(.table(table), title: titleOverPeriods(title), notes: notes)
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
        let cube = evaluator.value(of: item.expression, in: scenario).presence
        known.formUnion(cube.tellingPeriods)
        all.formUnion(cube.periods)
      }
    }
    return (known.isEmpty ? all : known).sorted()
  }

  private func hasPeriods(_ item: ValueQuestion.Item, _ evaluator: inout Evaluator) -> Bool {
    evaluator.dimensions(of: item.expression, in: question.scenarios[0]).contains(.period)
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

  var showsScenario: Bool {
    question.columns.contains { $0.scenario != nil }
      || question.scenarios != [.actual] && !(isByPeriod && question.scenarios.count == 1)
  }

  /// Returns the dimensions that make rows: those asked for, then those over which the values vary besides.
  func rowDimensions(_ evaluator: inout Evaluator) -> [Dimension] {
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
    // What is asked of a set is asked of each of its indicators.
    let uncovered = open.filter { $0 != .indicator }
    if !question.by.isEmpty, !uncovered.isEmpty { evaluator.report(uncovered: uncovered, at: question.range) }
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
    for (item, grid) in zip(question.items, grids) where remembersCells {
      for index in columns.indices {
        self.shown += grid.shownCells(of: item.expression, index) + grid.keyCells(question, index)
      }
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
        var style = NumberStyle(unit: own.symbol, isUnitShown: own != unit)
        style.isComputed = column.computes(item.expression)
        style.mark = column.marks(item.expression, over: [], &evaluator)?[0]
        cells.append(cell(item, column, style, &evaluator))
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
    question.items.allSatisfy(\.expression.isText)
  }

  private func cell(
    _ item: ValueQuestion.Item, _ column: ValueColumn, _ style: NumberStyle, _ evaluator: inout Evaluator
  ) -> Cell {
    if case .texts = evaluator.value(of: item.expression, in: column.scenario) {
      guard case .text(let vocabulary) = item.expression.type.shape else { return .empty }
      return Reporting.cell(column.texts(item.expression, &evaluator)?.cells.first ?? [], vocabulary)
    }
    let cube = column.cube(item.expression, &evaluator)
    guard cube.count == 1 else { return .missing(.undefined) }
    return Reporting.cell(cube[0], cube.reasons[0], item.expression.type, style: style)
  }

  /// Each combination of members a row.
  private mutating func memberTable(
    _ columns: [ValueColumn], _ dimensions: [Dimension], _ evaluator: inout Evaluator
  ) -> Table {
    var parts: [(column: ValueColumn, cube: Cube, expression: CheckedExpression, heading: Column)] = []
    for item in question.items {
      for column in columns where applies(column, item, &evaluator) {
        let unit = column.unit(of: item.expression.type).symbol
        let heading = column.heading(showsScenario: showsScenario)
        let name = question.items.count == 1 ? "" : item.heading
        func joined(_ part: String) -> String { name.isEmpty ? part : part.isEmpty ? name : "\(name) \(part)" }
        parts.append(
          (
            column, column.cube(item.expression, &evaluator), item.expression,
            Column(
              heading.english.isEmpty && name.isEmpty
                ? Phrase("value", "数值") : Phrase(joined(heading.english), joined(heading.chinese)),
              unit: unit, alignment: item.expression.isText ? .leading : .trailing)
          ))
      }
    }
    let axes = Cube.commonAxes(of: parts.map(\.cube), dimensions)
    let words = parts.map { $0.column.texts($0.expression, &evaluator)?.overAxes(axes) }
    var grid = RowGrid(axes: axes, columns: parts.map { RowGrid.GridColumn($0.column, $0.cube.overAxes(axes)) })
    notes += grid.apply(question, &evaluator)
    let shown = parts.indices.filter { !question.columns.isEmpty || question.filter == nil || grid.isShown($0) }
    let marks = parts.map { $0.column.marks($0.expression, over: axes, &evaluator) }
    let rowUnits = RowUnits(types: parts.map(\.expression.type), dimensions)
    let headings =
      rowUnits.inserted(Column(Phrase("unit", "单位")), into: dimensions.map { Column(evaluator.heading(of: $0)) })
      + shown.map { parts[$0].heading }
    for index in parts.indices where remembersCells {
      self.shown += grid.shownCells(of: parts[index].expression, index) + grid.keyCells(question, index)
    }
    let rows = grid.rows.map { row -> Row in
      let names = grid.labels(of: row).map { evaluator.text($0) }
      let indicator = rowUnits.indicator(names)
      let unit = rowUnits.unit(of: indicator)
      return Row(
        rowUnits.inserted(.text(unit?.symbol ?? ""), into: names.map(Cell.text))
          + shown.map { index in
            let (column, type) = (grid.columns[index], parts[index].expression.type)
            if column.isLeftOut[row] { return .empty }
            if let texts = words[index], case .text(let vocabulary) = type.shape {
              return Reporting.cell(texts.cells[row], vocabulary)
            }
            var style = NumberStyle()
            if type.indicatorUnits != nil, column.column.hasRowUnits {
              // What a column makes of the indicator's unit is told beside the number where it differs.
              let own = column.column.unit(of: type.ofIndicator(indicator))
              style = NumberStyle(unit: own.symbol, isUnitShown: own != unit)
            }
            style.mark = marks[index]?[row]
            style.isComputed = column.column.computes(parts[index].expression)
            return Reporting.cell(column.cube[row], column.cube.reasons[row], type, style: style)
          })
    }
    return Table(columns: headings, rows: rows)
  }
}
