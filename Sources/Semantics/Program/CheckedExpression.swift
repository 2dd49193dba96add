import Indicators
import Source
import Syntax
import Units

/// An expression whose names are resolved and whose units agree: conversions are explicit, and no unit is left to check.
package struct CheckedExpression: Sendable {
  /// What the expression is.
  package let form: Form
  /// What is known of its value.
  package let type: ValueType
  /// Where it is written.
  package let range: SourceRange

  /// Creates an expression.
  package init(_ form: Form, _ type: ValueType, _ range: SourceRange) {
    self.form = form
    self.type = type
    self.range = range
  }

  /// The forms of a checked expression; what has no parts needs no box.
  package enum Form: Sendable {
    /// A number in the type's unit, with the digits after its decimal point.
    case number(Double, decimals: Int32)
    /// No number, because the script says so.
    case missing
    /// True or false.
    case truth(Bool)
    /// A period.
    indirect case period(Period)
    /// A text with the values in its braces.
    indirect case text([TextPiece])
    /// A word of a vocabulary.
    case word(String)
    /// The value of a definition.
    case definition(Definition)
    /// The labels of a dimension.
    case dimension(Dimension)
    /// The weights of a set.
    case weights(Int)
    /// A column of the relation at hand.
    case column(Int)
    /// A number in another unit of the same dimension.
    indirect case converted(CheckedExpression, Conversion)
    /// The number with its sign turned.
    indirect case negative(CheckedExpression)
    /// Two numbers joined.
    indirect case arithmetic(CheckedExpression, ArithmeticOperator, CheckedExpression)
    /// The first, or the second where the first is missing.
    indirect case fallback(CheckedExpression, CheckedExpression)
    /// The first, or the second where the first is missing for one of the reasons; for any, where none is given.
    indirect case filled(CheckedExpression, CheckedExpression, only: [MissingReason])
    /// Why a value is missing, as a word; no text where it is known.
    indirect case reason(CheckedExpression)
    /// Two values compared.
    indirect case comparison(CheckedExpression, Comparator, CheckedExpression)
    /// Two numbers held to be equal within a tolerance.
    indirect case approximation(CheckedExpression, CheckedExpression, Tolerance)
    /// A number between two others, ends included.
    indirect case between(CheckedExpression, CheckedExpression, CheckedExpression)
    /// A value among others.
    indirect case among(CheckedExpression, [CheckedExpression])
    /// Truth turned round.
    indirect case not(CheckedExpression)
    /// Both true.
    indirect case and(CheckedExpression, CheckedExpression)
    /// Either true.
    indirect case or(CheckedExpression, CheckedExpression)
    /// Some periods, members or a scenario of a value.
    indirect case selection(CheckedExpression, Selection)
    /// A function of cells.
    indirect case cells(CellFunction, [CheckedExpression])
    /// A function of time.
    indirect case time(TimeCall)
    /// A function that collapses dimensions.
    indirect case aggregate(AggregateCall)
    /// A number that is not certain.
    indirect case distribution(DistributionCall)
    /// The share of samples in which a condition holds.
    indirect case chance(CheckedExpression)
    /// Values brought to one scale.
    indirect case scaled(ScalingCall)
    /// What could not be understood; it has been reported.
    case invalid
  }
}

/// A stretch of a text.
package enum TextPiece: Sendable {
  /// Characters as they are.
  case characters(String)
  /// The value of an expression, printed in a format.
  case value(CheckedExpression, TextFormat)

  /// The expression that is printed; nil for characters.
  package var expression: CheckedExpression? {
    if case .value(let expression, _) = self { expression } else { nil }
  }
}

/// How far two numbers may lie apart and still be held equal.
package enum Tolerance: Sendable {
  /// A share of the second number's magnitude.
  case relative(CheckedExpression)
  /// An amount in the numbers' unit.
  case absolute(CheckedExpression)
  /// Half a unit in the last printed digit of the coarser of the two.
  case printed
}

/// What brackets behind a value choose.
package struct Selection: Sendable {
  /// One period, which takes the period away, or a range, which keeps it.
  package var periods: Periods?
  /// A member of a dimension, which takes that dimension away.
  package var members: [(dimension: Dimension, name: String)] = []
  /// The scenario in which the value is taken.
  package var scenario: ScenarioID?

  /// Periods chosen in brackets.
  package enum Periods: Hashable, Sendable {
    /// One period.
    case one(Period)
    /// All from the first to the last.
    case range(Period, Period)
  }

  /// Creates a selection that chooses nothing.
  package init() {}
}

/// A number that is not certain, with its arguments in one unit.
package struct DistributionCall: Sendable {
  /// The forms of a distribution.
  package enum Form: Sendable {
    /// A normal distribution of which 5% lie below the first and above the second.
    case interval(CheckedExpression, CheckedExpression)
    /// Mean and standard deviation.
    case normal(CheckedExpression, CheckedExpression)
    /// Median, and the plain standard deviation of the logarithm.
    case lognormal(CheckedExpression, CheckedExpression)
    case uniform(CheckedExpression, CheckedExpression)
    /// The ends with the most likely value between them.
    case triangular(CheckedExpression, CheckedExpression, CheckedExpression)
    case pert(CheckedExpression, CheckedExpression, CheckedExpression)
    /// The plain shapes.
    case beta(CheckedExpression, CheckedExpression)
    /// Values with their plain chances, which add up to 1.
    case choose([(value: CheckedExpression, chance: Double)])
  }

  /// The form.
  package let form: Form
  /// The position among the distributions of one amount, which keeps their draws apart.
  package let ordinal: Int

  /// The expressions that it is made of.
  package var parts: [CheckedExpression] {
    switch form {
    case .interval(let first, let second), .normal(let first, let second), .lognormal(let first, let second),
      .uniform(let first, let second), .beta(let first, let second):
      [first, second]
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high): [low, mode, high]
    case .choose(let choices): choices.map(\.value)
    }
  }
}

extension AggregateCall {
  /// Whether samples are collapsed.
  package var collapsesSamples: Bool {
    if case .over(let dimensions) = frame { dimensions.contains(.sample) } else { false }
  }
}

/// An aggregate function with what it collapses.
package struct AggregateCall: Sendable {
  /// Over what an aggregate runs.
  package enum Frame: Sendable {
    /// All data dimensions but the period.
    case data
    /// The dimensions named.
    case over([Dimension])
    /// All data dimensions but the period and those named.
    case by([Dimension])
    /// A relation's rows, one result for each combination of the columns named.
    case relation(Relation, by: [Int])
  }

  /// The function.
  package let function: AggregateFunction
  /// What is collapsed; nil for `count()`.
  package let argument: CheckedExpression?
  /// What meets the argument cell by cell: the denominator of `ratio`, the partner of `correlation`, the values one
  /// period before for `contribution`.
  package let second: CheckedExpression?
  /// The weights.
  package let weight: CheckedExpression?
  /// The share below a quantile, from 0 to 1.
  package let level: Double
  /// The quantile's type, 1 to 9 after Hyndman and Fan.
  package let quantileType: Int
  /// Over what it runs.
  package let frame: Frame
  /// Which cells take part.
  package let filter: CheckedExpression?
  /// The least coverage, from 0 to 1.
  package let require: Double?
  /// Whether only the members take part that are known in every period in which any is.
  package let isBalanced: Bool

  /// Creates a call.
  package init(
    function: AggregateFunction, argument: CheckedExpression?, second: CheckedExpression? = nil,
    weight: CheckedExpression? = nil, level: Double = 0.5, quantileType: Int = 7, frame: Frame = .data,
    filter: CheckedExpression? = nil, require: Double? = nil, isBalanced: Bool = false
  ) {
    self.function = function
    self.argument = argument
    self.second = second
    self.isBalanced = isBalanced
    self.weight = weight
    self.level = level
    self.quantileType = quantileType
    self.frame = frame
    self.filter = filter
    self.require = require
  }
}
