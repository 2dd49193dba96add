import Indicators
import Semantics
import Source
import Units

/// A derivation in the making.
struct DerivationWalk {
  var steps: [DerivationStep] = []
  var seen: Set<String> = []
  var omitted = 0

  mutating func add(
    _ depth: Int, _ label: Phrase, value: Double? = nil, reason: MissingReason = .known, type: ValueType,
    details: [Phrase] = [], limit: Int, place: String? = nil
  ) {
    guard steps.count < limit else {
      omitted += 1
      return
    }
    steps.append(
      DerivationStep(
        depth: depth, label: label, value: value, reason: reason, type: type, details: details, place: place))
  }

  /// Leaves out the step at `index`, whose details go to the step at `target`.
  mutating func fold(_ index: Int, into target: Int) {
    guard index < steps.count, target >= 0 else { return }
    let (kept, folded) = (steps[target], steps.remove(at: index))
    steps[target] = DerivationStep(
      depth: kept.depth, label: kept.label, value: kept.value, reason: kept.reason, type: kept.type,
      details: kept.details + folded.details, place: nil)
  }

  /// Adds `detail` to what is said of the step at `index`.
  mutating func note(_ index: Int, _ detail: Phrase) {
    guard index < steps.count else { return }
    let step = steps[index]
    steps[index] = DerivationStep(
      depth: step.depth, label: step.label, value: step.value, reason: step.reason, type: step.type,
      details: step.details + [detail], place: step.place)
  }

  /// Gives the step at `index` in the unit in which it is used.
  mutating func convert(_ index: Int, _ conversion: Conversion, to type: ValueType) {
    guard index < steps.count else { return }
    let step = steps[index]
    steps[index] = DerivationStep(
      depth: step.depth, label: step.label, value: step.value.map { conversion($0) }, reason: step.reason, type: type,
      details: step.details + [Phrase("converted by \(conversion.wording)", "单位换算 \(conversion.wording)")],
      place: step.place)
  }
}

extension Conversion {
  /// The conversion as a person writes it: `× 10000`, `÷ 10000`.
  fileprivate var wording: String {
    if divide == 1 { return "× \(shortestString(multiply))" }
    if multiply == 1 { return "÷ \(shortestString(divide))" }
    return "× \(shortestString(multiply)) ÷ \(shortestString(divide))"
  }
}
