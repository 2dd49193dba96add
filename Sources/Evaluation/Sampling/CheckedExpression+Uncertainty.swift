import Indicators
import Semantics

extension CheckedExpression {
  /// Whether a distribution stands anywhere in the expression.
  package var holdsDistribution: Bool { isUncertain(where: []) }

  /// Whether the value differs from sample to sample where the definitions in `uncertain` do.
  ///
  /// A chance, and an aggregate over samples, are certain, whatever they are made of.
  func isUncertain(where uncertain: Set<Definition>) -> Bool {
    var open = [self]
    while let next = open.popLast() {
      switch next.form {
      case .distribution: return true
      case .definition(let definition): if uncertain.contains(definition) { return true }
      case .chance: continue
      case .aggregate(let call) where call.collapsesSamples: continue
      case .number, .missing, .truth, .period, .text, .word, .dimension, .weights, .column, .converted, .negative,
        .arithmetic, .fallback, .filled, .reason, .comparison, .approximation, .between, .among, .not, .and, .or,
        .selection, .cells, .time, .aggregate, .scaled, .invalid:
        open += next.parts
      }
    }
    return false
  }
}
