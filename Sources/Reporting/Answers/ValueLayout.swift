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

  /// The cells of numbers that a picture may draw.
  var drawable: [DrawableCell] = []
  /// The dimensions that make rows.
  var dimensions: [Dimension] = []

  /// Whether it is remembered which cells are shown, for the ledger.
  let remembersCells: Bool

  init(_ question: ValueQuestion, remembersCells: Bool = false) {
    self.question = question
    self.remembersCells = remembersCells
  }

  /// Returns the answer as a table.
  mutating func block(_ evaluator: inout Evaluator) -> Block {
    var block = plainBlock(&evaluator)
    if case .table(let table) = block.content { block.content = .table(turned(table, dimensions)) }
    return block
  }

  /// Returns the answer as a table whose columns are periods, be they asked for as rows or not.
  mutating func plainBlock(_ evaluator: inout Evaluator) -> Block {
    let columns = columns(&evaluator)
    dimensions = rowDimensions(&evaluator)
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

  func hasPeriods(_ item: ValueQuestion.Item, _ evaluator: inout Evaluator) -> Bool {
    evaluator.dimensions(of: item.expression, in: question.scenarios[0]).contains(.period)
  }

  /// Returns whether `column` has anything to show of `item`: a value without periods stands in no period's column
  /// unless that is asked for, and one with periods in no other.
  func applies(_ column: ValueColumn, _ item: ValueQuestion.Item, _ evaluator: inout Evaluator) -> Bool {
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
    var rows: [Row] = []
    for (position, (item, grid)) in zip(question.items, grids).enumerated() {
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
        style.isChange = column.isChange
        style.mark = column.marks(item.expression, over: [], &evaluator)?[0]
        let cell = cell(item, column, style, &evaluator)
        drawable.append(
          DrawableCell(
            row: position, column: cells.count, item: position, members: [], source: column, cell: cell,
            unit: own.symbol))
        cells.append(cell)
      }
      rows.append(Row(cells))
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
}
