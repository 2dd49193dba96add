import Indicators
import Semantics
import Source
import Units

/// The observations that targets are judged by.
extension Evaluator {
  /// Returns what an indicator measures, by declaration, formula or unit.
  func kind(of indicator: CheckedIndicator) -> IndicatorKind? {
    indicator.kind ?? indicator.formula.flatMap { program.aliases[$0].formula.knownKind }
      ?? (indicator.unit.isRatio ? .ratio : nil)
  }

  /// Judges `row` as of the period that was asked, else by all there is, and says where only the kind would tell.
  mutating func judge(
    _ row: inout TargetRow, by series: TargetSeries, _ baseline: Double?, since baselinePeriod: Period
  ) {
    if let asOf {
      let reported = row.indicator.flatMap { reportedFrequency(of: $0) }
      row.judge(series, baseline: baseline, since: baselinePeriod, asOf: asOf, frequency: reported)
    } else {
      row.judge(series, baseline: baseline)
    }
    guard row.lacksKind else { return }
    let name = row.indicator.map { program.indicators[$0].name } ?? row.name
    if reportedKinds.insert(name).inserted {
      report(EvaluationProblem.kindNeeded(name).diagnostic(at: row.site))
    }
  }

  /// Returns the length of the shortest periods for which sheets have the indicator, now or later.
  private func reportedFrequency(of position: Int) -> Frequency? {
    let indicator = program.indicators[position]
    if let frequency = indicator.frequency { return frequency }
    return indicator.parts.flatMap { catalogue.cube(sheet: $0.sheet, indicator: $0.index).cube.periods }
      .map(\.frequency).max { $0.perYear < $1.perYear }
  }

  /// Returns the values by period that a sheet's target is judged by, in `unit`.
  ///
  /// They are the indicator's over all sheets; where sheets disagree on a cell, the target's own sheet decides.
  mutating func series(
    ofSheet sheet: Int, _ index: Int, whole position: Int, _ unit: MeasurementUnit, _ point: [Dimension: Label],
    in scenario: ScenarioID
  ) -> [Observation] {
    let whole = program.indicators[position]
    let part = whole.parts.first { $0.sheet == sheet && $0.index == index }
    if let formula = whole.formula {
      let alias = program.aliases[formula].formula
      guard let step = alias.type.unit.factor(to: unit) else { return [] }
      guard case .numbers(let cube) = value(of: .alias(formula), in: scenario) else { return [] }
      return cube.series(at: point).map { ($0.period, $0.value.map { step($0) }, $0.reason) }
    }
    var merged: [Observation] = []
    if whole.clashingUnits == nil, let step = whole.unit.factor(to: unit) {
      merged = cube(ofIndicator: position, in: scenario).series(at: point).map {
        ($0.period, $0.value.map { step($0) }, $0.reason)
      }
    }
    guard scenario == .actual, part != nil else { return merged }
    let own = cut(catalogue.cube(sheet: sheet, indicator: index).cube).series(at: point)
    for cell in own where cell.value != nil {
      if let place = merged.firstIndex(where: { $0.period == cell.period }) {
        if merged[place].value == nil { merged[place] = cell }
      } else {
        merged.append(cell)
        merged.sort { $0.period < $1.period }
      }
    }
    return merged
  }
}

extension Cube {
  /// Returns the cells at `point` by period, ascending; labels of dimensions that the cube lacks are passed over.
  func series(at point: [Dimension: Label]) -> [Observation] {
    // For one point alone, a table of the labels would take longer to make than it saves.
    var (start, step, stride) = (0, 0, 1)
    for axis in axes.reversed() {
      if axis.dimension == .period {
        step = stride
      } else {
        guard let label = point[axis.dimension], let place = axis.labels.firstIndex(of: label) else { return [] }
        start += place * stride
      }
      stride *= axis.labels.count
    }
    return periods.enumerated().map { place, period in
      (period, self[start + place * step], reasons[start + place * step])
    }
  }
}

extension CellFinder {
  /// Returns the cells of `cube`, whose axes these are, at `point` by period, ascending; labels of dimensions that the
  /// cube lacks are passed over.
  func series(of cube: Cube, at point: [Dimension: Label]) -> [Observation] {
    var members = point
    members[.period] = nil
    guard cube.axes.allSatisfy({ $0.dimension == .period || members[$0.dimension] != nil }) else { return [] }
    return zip(cube.periods, offsets(at: members)).map { ($0, cube[$1], cube.reasons[$1]) }
  }
}
