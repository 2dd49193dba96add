import Indicators

/// Looking at the data as of a period: what was observed later is not there, and all that rests on it follows.
extension Evaluator {
  /// Returns what `answer` makes of the data as of `period`, or of all of them where there is none.
  package mutating func asOf<Answer>(_ period: Period?, _ answer: (inout Evaluator) -> Answer) -> Answer {
    guard let period else { return answer(&self) }
    var past = Evaluator(program: program, catalogue: catalogue, texts: texts, language: language, asOf: period)
    past.contributionLimit = contributionLimit
    past.sampling = sampling
    let result = answer(&past)
    for diagnostic in past.diagnostics { report(diagnostic) }
    return result
  }

  /// Returns `data` without what was observed after the period as of which is asked.
  func cut(_ data: IndicatorData) -> IndicatorData {
    guard asOf != nil, data.cube.axisIndex(of: .period) != nil else { return data }
    var result = data
    result.cube = cut(data.cube)
    let positions = Alignment.positions(of: data.cube.axes, in: result.cube.axes)
    result.move(to: positions)
    return result
  }

  /// Returns `cube` without what was observed after the period as of which is asked.
  func cut(_ cube: Cube) -> Cube {
    guard let asOf else { return cube }
    return cube.filtered(.period) { label in
      guard case .period(let period) = label else { return true }
      return period.months <= asOf.months
    }
  }
}
