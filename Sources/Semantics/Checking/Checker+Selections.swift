import Indicators
import Source
import Syntax

extension Checker {
  /// Returns the part of a value that brackets choose.
  mutating func selection(
    _ value: ExpressionSyntax, _ parts: [SelectorPartSyntax], _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    let value = expression(value, setting)
    if value.isInvalid { return value }
    var selection = Selection()
    for part in parts {
      switch part {
      case .periods(let span):
        let first = Period(span.first)
        selection.periods = span.last.map { .range(first, Period($0)) } ?? .one(first)
        if let own = value.type.frequency, own != first.frequency {
          return invalid(
            .mixedFrequency(own, first.frequency, offer: offer(of: value, for: first.frequency)), at: span.range)
        }
      case .member(let member):
        guard let dimension = dimension(ofMember: member.text) else {
          return unknownMember(member.text, at: member.range)
        }
        selection.members.append((dimension, member.text))
      case .name(let path):
        guard choose(path, &selection) else { return CheckedExpression(.invalid, .invalid, range) }
      }
    }
    let dimensions = selection.members.map(\.dimension)
    if let twice = dimensions.first(where: { dimension in dimensions.count { $0 == dimension } > 1 }) {
      return invalid(.chosenTwice(twice.name), at: range)
    }
    if parts.count(where: { if case .periods = $0 { true } else { false } }) > 1 {
      return invalid(.chosenTwice("period"), at: range)
    }
    var frequency = value.type.frequency
    if case .one = selection.periods { frequency = nil }
    guard let type = type(of: value, at: selection, frequency: frequency, range) else {
      return CheckedExpression(.invalid, .invalid, range)
    }
    return CheckedExpression(.selection(value, selection), type, range)
  }

  /// Adds what the name `path` stands for to `selection`, or reports why it cannot.
  private mutating func choose(_ path: PathSyntax, _ selection: inout Selection) -> Bool {
    let isScenario = ["actual", "plan", "实际", "计划"].contains(path.text) || declaredScenarios[path.text] != nil
    let dimension = dimension(ofMember: path.text)
    switch (isScenario, dimension) {
    case (true, let dimension?):
      report(
        .ambiguousSelector(path.text, readings: ["scenario \(path.text)", "\(dimension.name) \"\(path.text)\""]),
        at: path.range)
      return false
    case (true, nil):
      guard let scenario = scenario(path) else { return false }
      selection.scenario = scenario
      return true
    case (false, let dimension?):
      selection.members.append((dimension, path.text))
      return true
    case (false, nil):
      _ = unknownMember(path.text, at: path.range)
      return false
    }
  }

  private func dimension(ofMember name: String) -> Dimension? {
    let name = catalogue.names.canonical(name)
    return members.ofDimension.filter { $0.value.contains(name) }.keys.min { $0.name < $1.name }
  }

  private mutating func unknownMember(_ name: String, at range: SourceRange) -> CheckedExpression {
    let dimensions = members.ofDimension.sorted { $0.key.name < $1.key.name }
    let all = dimensions.flatMap(\.value)
    let nearest = nearestNames(to: name, among: all, atMost: 3)
    let heading = Phrase(same: dimensions.map(\.key.name).joined(separator: ", "))
    let place = all.isEmpty ? Phrase("the data", "数据") : heading
    return invalid(.unknownMember(name, of: place, members: all, nearest: nearest), at: range)
  }
}
