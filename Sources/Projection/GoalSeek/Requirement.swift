import Evaluation
import Indicators
import Semantics
import Syntax

/// A condition taken apart, so that it can be said how far it is from holding.
struct Requirement {
  /// The smallest part: two numbers compared, or a condition that is only true or false.
  struct Part {
    /// What is compared; nil where no two numbers are.
    let sides: (left: CheckedExpression, right: CheckedExpression)?
    /// How they are to stand; nil where only the condition itself tells.
    let comparator: Comparator?
    /// The condition.
    let whole: CheckedExpression
  }

  private indirect enum Node {
    case part(Int)
    case and(Node, Node)
    case or(Node, Node)
    case not(Node)
  }

  private(set) var parts: [Part] = []
  private var root = Node.part(0)

  /// Takes `condition` apart; a condition that has a name is looked into.
  init(_ condition: CheckedExpression, in program: CheckedProgram) {
    root = node(condition, program)
  }

  /// Returns the parts of `condition`, of which `selection` chooses a cell.
  private mutating func node(
    _ condition: CheckedExpression, _ program: CheckedProgram, _ selection: Selection? = nil
  ) -> Node {
    func chosen(_ expression: CheckedExpression) -> CheckedExpression {
      guard let selection else { return expression }
      return CheckedExpression(.selection(expression, selection), expression.type, expression.range)
    }
    func part(_ left: CheckedExpression, _ comparator: Comparator?, _ right: CheckedExpression) -> Part {
      Part(sides: (chosen(left), chosen(right)), comparator: comparator, whole: chosen(condition))
    }
    switch condition.form {
    case .and(let left, let right): return .and(node(left, program, selection), node(right, program, selection))
    case .or(let left, let right): return .or(node(left, program, selection), node(right, program, selection))
    case .not(let inner): return .not(node(inner, program, selection))
    case .definition(.alias(let position)): return node(program.aliases[position].formula, program, selection)
    case .selection(let inner, let own) where selection == nil: return node(inner, program, own)
    case .comparison(let left, let comparator, let right) where left.isNumber && right.isNumber:
      return add(part(left, comparator, right))
    case .between(let value, let lower, let upper):
      let above = add(part(value, .greaterOrEqual, lower))
      return .and(above, add(part(value, .lessOrEqual, upper)))
    case .approximation(let left, let right, _): return add(part(left, nil, right))
    default: return add(Part(sides: nil, comparator: nil, whole: chosen(condition)))
    }
  }

  private mutating func add(_ part: Part) -> Node {
    parts.append(part)
    return .part(parts.count - 1)
  }

  /// Returns what the condition comes to where `evaluator` stands.
  func trial(_ evaluator: inout Evaluator, in scenario: ScenarioID) -> Trial {
    var trial = Trial()
    for part in parts {
      var sides: (left: Trial.Number, right: Trial.Number)?
      if let expressions = part.sides {
        sides = (
          number(expressions.left, &evaluator, scenario), number(expressions.right, &evaluator, scenario)
        )
      }
      trial.sides.append(sides)
      if let comparator = part.comparator, let sides {
        trial.truths.append(truth(sides, comparator))
        if trial.reason == .known {
          trial.reason = sides.left.reason == .known ? sides.right.reason : sides.left.reason
        }
      } else {
        let whole = number(part.whole, &evaluator, scenario)
        trial.truths.append(whole.value.map { $0 != 0 })
        if trial.reason == .known { trial.reason = whole.reason }
      }
    }
    trial.holds = truth(root, trial.truths)
    return trial
  }

  private func truth(_ sides: (left: Trial.Number, right: Trial.Number), _ comparator: Comparator) -> Bool? {
    guard let left = sides.left.value, let right = sides.right.value else { return nil }
    return comparator.holds(compareAtTwelveDigits(left, right))
  }

  private func number(
    _ expression: CheckedExpression, _ evaluator: inout Evaluator, _ scenario: ScenarioID
  ) -> Trial.Number {
    guard let cell = evaluator.singleCell(of: expression, in: scenario) else {
      return .init(value: nil, reason: .undefined)
    }
    return .init(value: cell.number, reason: cell.reason)
  }

  private func truth(_ node: Node, _ truths: [Bool?]) -> Bool? {
    switch node {
    case .part(let index): return truths[index]
    case .not(let inner): return truth(inner, truths).map { !$0 }
    case .and(let left, let right):
      let (left, right) = (truth(left, truths), truth(right, truths))
      if left == false || right == false { return false }
      return left == nil || right == nil ? nil : true
    case .or(let left, let right):
      let (left, right) = (truth(left, truths), truth(right, truths))
      if left == true || right == true { return true }
      return left == nil || right == nil ? nil : false
    }
  }

  /// Returns how far `trial` is from the edge at which the condition begins to hold, positive where it holds; each part is
  /// measured in its own of `scales`.
  func margin(of trial: Trial, scales: [Double]) -> Double? {
    margin(root, trial, scales)
  }

  /// The parts that must all hold, where the condition is several comparisons joined by `and`; nil where it is anything else.
  var allOf: [Int]? {
    var joined: [Int] = []
    var open = [root]
    while let next = open.popLast() {
      switch next {
      case .and(let left, let right): open += [right, left]
      case .part(let index):
        switch parts[index].comparator {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: joined.append(index)
        case .equal, .notEqual, nil: return nil
        }
      case .or, .not: return nil
      }
    }
    return joined.count > 1 ? joined : nil
  }

  /// Whether the condition is that two numbers are equal, and nothing else.
  var isEquality: Bool {
    if case .part = root { parts[0].comparator == .equal } else { false }
  }

  /// Returns how far one part of `trial` is from the edge at which it begins to hold, positive where it holds.
  func margin(ofPart part: Int, in trial: Trial, scales: [Double]) -> Double? {
    margin(.part(part), trial, scales)
  }

  private func margin(_ node: Node, _ trial: Trial, _ scales: [Double]) -> Double? {
    switch node {
    case .part(let index):
      guard let difference = trial.difference(index) else {
        return parts[index].sides == nil ? trial.truths[index].map { $0 ? 1 : -1 } : nil
      }
      let own = difference / scales[index]
      switch parts[index].comparator {
      case .less, .lessOrEqual: return -own
      case .greater, .greaterOrEqual: return own
      case .equal, nil: return -own.magnitude
      case .notEqual: return own.magnitude
      }
    case .not(let inner): return margin(inner, trial, scales).map { -$0 }
    case .and(let left, let right):
      guard let left = margin(left, trial, scales), let right = margin(right, trial, scales) else { return nil }
      return min(left, right)
    case .or(let left, let right):
      let margins = [margin(left, trial, scales), margin(right, trial, scales)].compactMap { $0 }
      return margins.max()
    }
  }
}

/// What a condition comes to at one choice of the params.
struct Trial {
  /// A number, or why there is none.
  struct Number {
    let value: Double?
    let reason: MissingReason
  }

  /// The numbers that each part compares.
  var sides: [(left: Number, right: Number)?] = []
  /// Whether each part holds; nil where it is unknown.
  var truths: [Bool?] = []
  /// Whether the condition holds; nil where it is unknown.
  var holds: Bool?
  /// Why a part is unknown, the first of them; `.known` where none is.
  var reason = MissingReason.known

  /// Returns how much the left number of a part is greater than the right one.
  func difference(_ part: Int) -> Double? {
    guard let sides = sides[part], let left = sides.left.value, let right = sides.right.value else { return nil }
    return left - right
  }
}

extension CheckedExpression {
  /// Whether the expression gives numbers in one unit.
  fileprivate var isNumber: Bool {
    switch type.shape {
    case .number, .flexible: true
    case .mixed, .several, .truth, .text, .period, .invalid: false
    }
  }
}
