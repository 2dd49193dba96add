import Evaluation
import Indicators
import Semantics
import Source
import Units

/// One line of a picture over time, before it is known where data end and what targets ask.
struct PathLine {
  /// The expression.
  let item: ValueQuestion.Item
  /// The members of its cell.
  let members: [(dimension: Dimension, name: String)]
  /// The scenario; nil for a comparison of two.
  let scenario: ScenarioID?
  /// What the line is called.
  let name: Phrase
  /// What it is called without its scenario; empty where all lines are of one value.
  let subject: Phrase
  /// The unit of its values.
  let unit: MeasurementUnit
  /// A value for each period of the axis.
  let values: [Double?]
  /// Where most samples lie, the widest band first.
  var bands: [LineChart.Band] = []
}

extension Evaluator {
  /// Returns the picture of `lines`, which share a unit, with what targets ask of them.
  mutating func lineChart(_ lines: [PathLine], _ axis: PeriodAxis) -> LineChart {
    LineChart(
      periods: axis.periods.map(\.description), unit: lines.first?.unit.symbol ?? "",
      series: lines.map { series($0, axis) }, targets: targets(of: lines, axis))
  }

  private mutating func series(_ line: PathLine, _ axis: PeriodAxis) -> LineChart.Series {
    let start = projectionStart(line, axis)
    // Observed values are certain: bands begin at the last of them, where they have no width.
    let bands = line.bands.map { band -> LineChart.Band in
      var band = band
      for place in line.values.indices.prefix(start ?? axis.periods.count) {
        let isLast = place + 1 == start
        band.low[place] = isLast ? line.values[place] : nil
        band.high[place] = isLast ? line.values[place] : nil
      }
      return band
    }
    return LineChart.Series(line.name, values: line.values, bands: bands, projectedFrom: start)
  }

  /// Returns the first position that nothing observed reaches; nil where the data themselves are shown.
  private mutating func projectionStart(_ line: PathLine, _ axis: PeriodAxis) -> Int? {
    guard let scenario = line.scenario, scenario != .actual else { return nil }
    let end = lastObserved(line.item.expression, at: line.members)
    return axis.periods.firstIndex { period in end.map { $0.months < period.months } ?? true }
  }

  /// Returns the numbers that targets ask of `lines` at periods of the axis, each once.
  private mutating func targets(of lines: [PathLine], _ axis: PeriodAxis) -> [LineChart.Target] {
    var found: [LineChart.Target] = []
    for line in lines {
      guard let scenario = line.scenario else { continue }
      for mark in targetMarks(of: line.item.expression, named: line.item.heading, in: scenario)
      where mark.isOf(line.members) {
        guard let asked = mark.asked(in: line.unit), let position = axis.periods.firstIndex(of: mark.deadline)
        else { continue }
        let isOnly = lines.count == 1 || line.subject.english.isEmpty
        let target = LineChart.Target(
          isOnly ? mark.form : mark.form.after(line.subject), position: position, value: asked)
        if !found.contains(target) { found.append(target) }
      }
    }
    return found
  }
}
