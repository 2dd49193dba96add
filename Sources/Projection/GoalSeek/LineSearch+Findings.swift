import Indicators

/// What the scan of a line tells beside the nearest edge.
extension LineSearch {
  /// Returns the place at which the condition comes nearest to holding, the nearest to the present one of several; nil
  /// where that is nowhere known.
  func best(_ trials: Trials) -> Double? {
    var best: (place: Double, margin: Double)?
    for node in nodes {
      guard let margin = trials.requirement.margin(of: node.trial, scales: scales) else { continue }
      guard let known = best else {
        best = (node.place, margin)
        continue
      }
      let isNearer = (node.place - start).magnitude < (known.place - start).magnitude
      if margin > known.margin + 1e-12 || (margin >= known.margin - 1e-12 && isNearer) { best = (node.place, margin) }
    }
    return best?.place
  }

  /// Returns the last place on the way from `place` towards the upper or the lower end up to which the condition holds.
  func lastHolding(from place: Double, upward: Bool, _ trials: inout Trials) -> Double {
    var last = place
    for node in upward ? nodes : nodes.reversed() where upward ? node.place > place : node.place < place {
      guard node.trial.holds == true else { return edge(from: node.place, to: last, &trials).place }
      last = node.place
    }
    return last
  }

  /// Returns the stretches in which the condition is unknown, with the reason where each begins.
  func unknownStretches(_ trials: inout Trials) -> [(first: Double, last: Double, reason: MissingReason)] {
    var stretches: [(first: Double, last: Double, reason: MissingReason)] = []
    var before: Node?
    for node in nodes {
      defer { before = node }
      switch (before?.trial.holds, node.trial.holds) {
      case (nil, nil) where before != nil: stretches[stretches.count - 1].last = node.place
      case (_, nil):
        let first = before.map { limit(from: node.place, to: $0.place, &trials) } ?? node.place
        stretches.append((first, node.place, node.trial.reason))
      case (nil, _?):
        if let before { stretches[stretches.count - 1].last = limit(from: before.place, to: node.place, &trials) }
      case (_?, _?): break
      }
    }
    return stretches
  }

  /// Returns the last place on the way from one at which the condition is unknown to one at which it is known, at which it
  /// is unknown still.
  private func limit(from place: Double, to other: Double, _ trials: inout Trials) -> Double {
    var (unknown, known) = (place, other)
    while (known - unknown).magnitude > (upper - lower) * (isSampled ? 1e-3 : 1e-9) {
      let middle = unknown + (known - unknown) / 2
      if trials.trial(at: line.values(at: middle)).holds == nil { unknown = middle } else { known = middle }
    }
    return unknown
  }

  /// Returns in how many stretches the condition holds, as far as the scan sees them; of an equality, at how many places.
  func holdingStretches(of requirement: Requirement) -> Int {
    if requirement.isEquality {
      let differences = nodes.compactMap { $0.trial.difference(0) }
      return zip(differences, differences.dropFirst()).count { $0 < 0 && $1 >= 0 || $0 > 0 && $1 <= 0 }
    }
    return zip([nil] + nodes.map(\.trial.holds), nodes.map(\.trial.holds)).count { $0 != true && $1 == true }
  }

  /// Whether nothing that is compared moves along the line.
  var isFlat: Bool {
    let known = nodes.filter { $0.trial.holds != nil }
    guard let first = known.first?.trial, known.count > 1 else { return false }
    return known.allSatisfy { node in
      first.sides.indices.allSatisfy { part in
        guard let before = first.difference(part), let now = node.trial.difference(part) else {
          return first.truths[part] == node.trial.truths[part]
        }
        return (now - before).magnitude <= 1e-12 * max(now.magnitude, before.magnitude)
      }
    }
  }

  /// Whether the numbers that are compared jump at `edge`.
  func jumps(at edge: Edge, _ trials: inout Trials) -> Bool {
    if isSampled { return false }
    let (before, after) = (
      trials.trial(at: line.values(at: edge.before)), trials.trial(at: line.values(at: edge.place))
    )
    guard (edge.place - edge.before).magnitude <= (upper - lower) * 1e-6 else { return false }
    return trials.requirement.parts.indices.contains { part in
      guard let first = before.difference(part), let second = after.difference(part) else {
        return trials.requirement.parts[part].sides == nil && before.truths[part] != after.truths[part]
      }
      return (first - second).magnitude > 1e-4 * scales[part]
    }
  }
}
