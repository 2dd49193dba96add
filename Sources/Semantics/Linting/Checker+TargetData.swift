import Indicators
import Source

/// What meets, and does not meet, between the targets of sheets and scripts and their observations.
extension Checker {
  /// Reports indicators that have targets and no observation, and, in sheets with targets, those that are observed and
  /// have none: one finding for each. Targets of sheets count where the script judges them.
  mutating func lintTargetsAndData() {
    var targeted: [Int] = []
    var sites: [Int: Site] = [:]
    for (sheetIndex, sheet) in catalogue.sheets.enumerated() where program.judgesTargets {
      var isTargeted = Array(repeating: false, count: sheet.indicators.count)
      for (target, indicator) in sheet.targets.indicators.enumerated() where !isTargeted[Int(indicator)] {
        guard sheet.targets.conditions(of: target).contains(where: \.isMeasured) else { continue }
        isTargeted[Int(indicator)] = true
        guard let position = position(ofSheet: sheetIndex, Int(indicator)), sites[position] == nil else { continue }
        targeted.append(position)
        sites[position] = .cell(sheet.place(of: sheet.targets[target]))
      }
    }
    for target in program.targets.indices {
      guard let position = program.targets[target].subject.indicator, sites[position] == nil else { continue }
      targeted.append(position)
      sites[position] = .script(program.targets[target].subject.range)
    }
    let bare = targeted.filter { !isObserved($0) && program.indicators[$0].formula == nil }
    if let first = bare.first, let site = sites[first] {
      diagnostics.append(Lint.targetsWithoutData(bare.map { program.indicators[$0].name }).diagnostic(at: site))
    }
    for (sheetIndex, sheet) in catalogue.sheets.enumerated() where program.judgesTargets && !sheet.targets.isEmpty {
      let aimed = Set(sheet.targets.indicators.map(Int.init))
      let free = sheet.indicators.indices.filter { index in
        guard summaries[sheetIndex].knownCounts[index] > 0, !aimed.contains(index) else { return false }
        return position(ofSheet: sheetIndex, index).map { sites[$0] == nil } ?? false
      }
      guard let first = free.first else { continue }
      let indicator = sheet.indicators[first]
      let place = CellPlace(
        file: sheet.file, line: indicator.line, column: indicator.column, content: indicator.name)
      diagnostics.append(
        Lint.dataWithoutTargets(free.map { sheet.indicators[$0].name }).diagnostic(at: .cell(place)))
    }
  }

  /// Returns the position in the program of an indicator of a sheet, over all sheets.
  func position(ofSheet sheet: Int, _ index: Int) -> Int? {
    let name = catalogue.sheets[sheet].indicators[index].name
    guard case .definition(let definition) = scope.find(name) else { return nil }
    switch definition {
    case .indicator(let position): return position
    case .alias(let alias): return computedIndicators[alias]
    case .parameter, .aggregate, .set: return nil
    }
  }

  private func isObserved(_ position: Int) -> Bool {
    program.indicators[position].parts.contains { summaries[$0.sheet].knownCounts[$0.index] > 0 }
  }
}

extension TargetCondition {
  /// Whether a value is needed to judge it.
  fileprivate var isMeasured: Bool {
    switch self {
    case .assigned, .ranks, .milestone: false
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange, .grows, .shrinks, .adds, .holds, .rises,
      .falls:
      true
    }
  }
}

extension Sheet {
  /// Returns the cell that `target` is printed in.
  func place(of target: SheetTarget) -> CellPlace {
    CellPlace(file: file, line: target.line, column: target.column, content: target.raw)
  }
}

extension CheckedExpression {
  /// The indicator that the expression is, whole or in part.
  fileprivate var indicator: Int? {
    switch form {
    case .definition(.indicator(let position)): position
    case .selection(let inner, _), .converted(let inner, _): inner.indicator
    default: nil
    }
  }
}

extension CheckedProgram {
  /// Whether a question or an aggregate asks how the targets stand.
  var judgesTargets: Bool {
    let isAsked = questions.contains { question in
      switch question {
      case .relation(let rows), .explainRows(let rows): rows.relation == .targets
      case .values(let values): values.columns.contains { if case .target = $0.form { true } else { false } }
      case .text, .explain, .project, .compare, .solve, .sensitivity, .tabulate: false
      }
    }
    return isAsked || aggregates.contains { $0.formula.countsTargets }
  }
}

extension CheckedExpression {
  /// Whether the expression is an aggregate over the relation of targets.
  fileprivate var countsTargets: Bool {
    switch form {
    case .converted(let inner, _): inner.countsTargets
    case .aggregate(let call): if case .relation(.targets, _) = call.frame { true } else { false }
    default: false
    }
  }
}
