import Evaluation
import Indicators
import Semantics
import Source

/// Returns the answer to `question`: the paths, the bands of what is uncertain, the assumptions, and the targets.
func projection(_ question: ProjectQuestion, _ evaluator: inout Evaluator) -> [Block] {
  var layout = ProjectionLayout(question, &evaluator)
  return layout.blocks(&evaluator)
}

/// The tables of a projection.
struct ProjectionLayout {
  /// A value under one scenario, with its cells that are shown.
  struct Path {
    /// The position among the expressions.
    let item: Int
    /// The scenario.
    let scenario: ScenarioID
    /// The cells by member and period on the central path.
    let grid: RowGrid
    /// What the cells rest on; nil where the script declares no scenario.
    let footings: Footings?
    /// The quantiles, as many as `shares`; nil where nothing uncertain reaches the value.
    let quantiles: [Cube]?
  }

  /// Values whose periods are of one length, over the same periods.
  struct Stretch {
    /// The periods from the first to the last shown.
    let periods: [Period]
    /// The positions of the expressions.
    let items: [Int]
    /// The observed periods before them that a picture shows; none in tables.
    var history: [Period] = []

    /// All periods that are shown.
    var shown: [Period] { history + periods }
  }

  let question: ProjectQuestion
  /// The question as one about values, for what is said of those.
  let values: ValueLayout
  /// The dimensions that make rows.
  let dimensions: [Dimension]
  /// The shares at which quantiles are read.
  let shares: [Double]

  init(_ question: ProjectQuestion, _ evaluator: inout Evaluator) {
    self.question = question
    values = ValueLayout(question.asValues)
    dimensions = values.rowDimensions(&evaluator)
    switch question.form {
    case .table, .line, .bar, .bullet, .tornado, .slope, .sparkline: shares = [0.05, 0.5, 0.95]
    case .fan: shares = [0.05, 0.25, 0.5, 0.75, 0.95]
    }
  }

  /// Returns the answer's tables in order.
  mutating func blocks(_ evaluator: inout Evaluator) -> [Block] {
    let stretches = stretches(&evaluator).map { withHistory($0, &evaluator) }
    guard stretches.contains(where: { !$0.periods.isEmpty }) else {
      evaluator.report(endlessProjection: question.range)
      return []
    }
    var blocks: [Block] = []
    var bands: [Block] = []
    for stretch in stretches where !stretch.periods.isEmpty {
      var tally = FilterTally()
      let paths = paths(stretch, &tally, &evaluator)
      if question.form != .table, let pictures = pictures(paths, stretch, tally, &evaluator) {
        blocks += pictures
        continue
      }
      let certain = paths.filter { $0.quantiles == nil }
      let notes = notes(stretch, tally, &evaluator)
      if !certain.isEmpty {
        let unbanded = question.form == .fan ? [fanNote(certain)] : []
        blocks.append(
          Block(.table(pathTable(certain, stretch, evaluator)), title: title(certain), notes: notes + unbanded))
      }
      for path in paths where path.quantiles != nil {
        var block = band([path], stretch, &evaluator)
        if certain.isEmpty, bands.isEmpty { block.notes += notes }
        bands.append(block)
      }
    }
    if question.scenarios.contains(where: \.isDeclared) {
      let summary = AssumptionSummary(expressions: question.items.map(\.expression), scenarios: question.scenarios)
      bands.append(summary.block(&evaluator))
    }
    return blocks + bands + targetBlocks(stretches, &evaluator)
  }

  /// Returns what stands above the table of `paths`.
  private func title(_ paths: [Path]) -> Phrase {
    let items = Set(paths.map(\.item))
    let name = items.count == 1 ? items.first.map { Phrase(same: question.items[$0].heading) } : nil
    return under(name ?? Phrase("paths", "走势"), question.scenarios)
  }

  func fanNote(_ paths: [Path]) -> Phrase {
    var names: [String] = []
    for path in paths where !names.contains(question.items[path.item].heading) {
      names.append(question.items[path.item].heading)
    }
    return Phrase(
      "nothing uncertain reaches these, so there is no fan: \(names.joined(separator: ", "))",
      "无不确定因素，故无扇形：\(names.joined(separator: "、"))")
  }
}

/// Returns a heading with the scenarios behind it.
func under(_ heading: Phrase, _ scenarios: [ScenarioID]) -> Phrase {
  let names = scenarios.map(\.heading)
  return Phrase(
    "\(heading.english) under \(names.map(\.english).joined(separator: ", "))",
    "\(heading.chinese)（\(names.map(\.chinese).joined(separator: "、"))情景）")
}
