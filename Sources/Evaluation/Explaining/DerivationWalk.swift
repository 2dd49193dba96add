import Indicators
import Semantics
import Source
import Units

/// A derivation in the making.
struct DerivationWalk {
  /// An expression in a scenario; several may be written at one place.
  struct Key: Hashable {
    let range: SourceRange
    let scenario: ScenarioID
    let type: ValueType
    let form: String
  }

  /// How many steps a derivation has at most.
  static let stepLimit = 20_000

  private(set) var steps: [DerivationStep] = []
  /// The cells whose formula has been shown.
  var seen: Set<String> = []
  /// The values of formulas that have been computed for it.
  var values: [Key: Cube] = [:]
  /// What aggregates collapse, which has been found for it.
  var frames: [CoverageKey: AggregateFrame] = [:]
  /// How often something was left out because the derivation is too long.
  private(set) var omitted = 0

  /// Whether no further step is taken.
  var isFull: Bool { steps.count >= DerivationWalk.stepLimit }

  mutating func add(_ step: DerivationStep) {
    if isFull { omitted += 1 } else { steps.append(step) }
  }

  /// Adds the last line of a derivation that is too long, which counts beyond the limit.
  mutating func close() {
    guard omitted > 0 else { return }
    let limit = DerivationWalk.stepLimit
    steps.append(
      DerivationStep(
        0, Phrase("… cut off after \(limit) steps", "……超过 \(limit) 步，其余未列出"), role: .aside))
  }

  /// Leaves out the step at `index`, which the step at `target` stands for: it takes its details and how it is made.
  mutating func fold(_ index: Int, into target: Int) {
    guard steps.indices.contains(index), target >= 0 else { return }
    let folded = steps.remove(at: index)
    steps[target].details += folded.details
    steps[target].operation = folded.operation
    steps[target].parameters = folded.parameters
    steps[target].conversions = folded.conversions
    steps[target].origin = folded.origin
  }

  /// Gives the step at `index` in the unit in which it is used.
  mutating func convert(_ index: Int, _ conversion: Conversion, to type: ValueType) {
    guard steps.indices.contains(index) else { return }
    steps[index].value = steps[index].value.map { conversion($0) }
    steps[index].type = type
    guard !conversion.isIdentity else { return }
    steps[index].conversions.append(conversion)
    steps[index].details.append(Phrase("converted by \(conversion.wording)", "单位换算 \(conversion.wording)"))
  }

  /// Begins the derivation of another cell; what has been computed is kept.
  mutating func begin() {
    steps = []
    seen = []
    omitted = 0
  }

  /// Says how the step at `index` is made of the steps below it.
  mutating func make(
    _ index: Int, by operation: DerivationOperation, _ parameters: [(name: String, value: Double)] = []
  ) {
    change(index) { step in
      step.operation = operation
      step.parameters = parameters.map { .init(name: $0.name, value: $0.value) }
    }
  }

  /// Changes the step at `index`, if it was taken.
  mutating func change(_ index: Int, _ change: (inout DerivationStep) -> Void) {
    if steps.indices.contains(index) { change(&steps[index]) }
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
