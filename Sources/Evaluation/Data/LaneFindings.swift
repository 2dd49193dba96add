import Indicators
import Semantics
import Synchronization

/// What has been found out of the lanes of an indicator's data, each once for all formulas and scenarios that ask for it.
///
/// What it tells of is the values as they lie in memory, so whoever asks shows that it has the very same.
final class LaneFindings: Sendable {
  /// The periods from the first to the last that are asked for.
  struct Span: Hashable {
    let first: Period
    let last: Period
  }

  private struct Found {
    var reasons: Set<MissingReason>?
    var lines: [Span: LaneLines] = [:]
    var growths: [Span: Cube] = [:]
  }

  private let found = Mutex(Found())

  /// Returns whether every cell of `cube` is known.
  func isComplete(_ cube: Cube) -> Bool { reasons(in: cube).isEmpty }

  /// Returns for which reasons cells of `cube` are missing.
  func reasons(in cube: Cube) -> Set<MissingReason> {
    found.withLock { found in
      if let known = found.reasons { return known }
      let reasons = cube.isComplete ? [] : Set(MissingReason.allCases.filter { !$0.isKnown && cube.holds($0) })
      found.reasons = reasons
      return reasons
    }
  }

  /// Returns the lines through a span, which `make` draws where they are asked for the first time.
  func lines(_ span: Span, _ make: () -> LaneLines?) -> LaneLines? {
    found.withLock { found in
      if let known = found.lines[span] { return known }
      let made = make()
      found.lines[span] = made
      return made
    }
  }

  /// Returns the compound yearly growths through a span, as shares, which `make` works out where they are asked for the first time.
  func growths(_ span: Span, _ make: () -> Cube) -> Cube {
    found.withLock { found in
      if let known = found.growths[span] { return known }
      let made = make()
      found.growths[span] = made
      return made
    }
  }
}

extension Evaluator {
  /// Returns what is found out of `values`, those of `expression`, where they are an indicator's data as they are.
  func findings(on values: Cube, of expression: CheckedExpression, _ surroundings: Surroundings) -> LaneFindings? {
    var expression = expression
    if let member = surroundings.member, case .definition(.set(member.set)) = expression.form {
      expression = program.sets[member.set].elements[member.element].value
    }
    guard case .definition(let definition) = expression.form else { return nil }
    return findings(on: values, of: definition)
  }

  /// Returns what is found out of `values`, those of `definition`, where they are an indicator's data as they are.
  func findings(on values: Cube, of definition: Definition) -> LaneFindings? {
    guard case .indicator(let position) = definition, let data = indicators[position], data.cube.lies(where: values)
    else { return nil }
    return data.findings
  }
}

extension Cube {
  /// Whether the cells lie in memory where those of `other` do, over the same axes.
  fileprivate func lies(where other: Cube) -> Bool {
    guard count > 0, count == other.count else { return false }
    let areSame = withRow { own in other.withRow { own.values == $0.values && own.reasons == $0.reasons } }
    return areSame && axes == other.axes
  }
}
