import Indicators
import Semantics
import Source

/// Scenarios that no script declares, such as one with some of the assumptions of another.
extension Evaluator {
  /// Adds a scenario that consists of `layers` and ends `horizon` months after the year 0; it has no name.
  package mutating func addScenario(_ layers: LayeredAssumptions, until horizon: Int) -> ScenarioID {
    let first = ScenarioID.builtInCount + program.scenarios.count
    let added = self.layers.keys.count { $0.index >= first }
    let scenario = ScenarioID(index: first + added, word: "")
    self.layers[scenario] = ScenarioLayers(layers, horizon: horizon)
    return scenario
  }

  /// Returns an assumption as written, on one line and without its reasons.
  package func text(ofAssumption assumption: CheckedAssumption) -> String {
    let end = assumption.courses.last.map { $0.range.end } ?? assumption.range.end
    let written = text(SourceRange(assumption.range.source, Int(assumption.range.start), Int(end)))
    return written.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Returns how the parameter that `assumption` sets is declared; nil for other subjects.
  package func text(ofParameterIn assumption: CheckedAssumption) -> String? {
    guard case .parameter(let position) = assumption.subject else { return nil }
    let value = text(program.parameters[position].value.range)
    return value.isEmpty ? nil : "\(assumption.subjectText) = \(value)"
  }

  /// Returns the file and line of `range`.
  package func place(of range: SourceRange) -> String {
    origin(of: range, content: "")?.place ?? ""
  }

  /// Returns the months since the year 0 at which `scenario` ends; nil for one that is built in and so ends with its data.
  package func end(of scenario: ScenarioID) -> Int? {
    scenario.isDeclared ? horizon(of: scenario) : nil
  }
}
