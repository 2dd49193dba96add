import Indicators
import Source
import Units

/// Everything the checker can find wrong with what a script means.
enum SemanticProblem {
  /// What two operands were to do when their units disagreed.
  enum Joining {
    case add, subtract, compare, choose
  }

  /// What a place of a script asks for.
  enum Expectation {
    case number, truth, plainNumber, constant, periods, year, text, share
  }

  // Names
  case unknownName(String, nearest: [String], isRelation: Relation?)
  case nameTaken(String, first: Site?)
  case builtInName(String)
  case qualifierNeeded(String, choices: [String])
  case cycle([String])
  case unknownSheet(String, nearest: [String])
  case partTwice(String)
  case sameUnknown(String, nearest: [String])
  case aliasOfObserved(String)
  case relationAsValue(String)

  // Functions
  case unknownFunction(String, nearest: [String])
  case wrongArguments(Builtin)
  case clausesWithoutAggregate(String)

  // Units
  case unknownUnit(String, nearest: [String])
  case unitClash(Joining, MeasurementUnit, MeasurementUnit, SourceRange, SourceRange)
  case percentPlusPercent(SourceRange, SourceRange, left: MeasurementUnit, right: MeasurementUnit, SharedAmount)
  case percentAgainstPoints(SourceRange, SourceRange?, instead: String?)
  case noRoot(MeasurementUnit, String)
  case unitMissing(digits: String, expected: MeasurementUnit)
  case annotation(declared: MeasurementUnit, found: MeasurementUnit)
  case mixedUnits(String)
  case toleranceUnit
  case withinNeeded
  case unitCycle([String])
  case unitTaken(String)
  case unitReplaced(String, printed: MeasurementUnit, declared: MeasurementUnit)
  case clashingUnits(String, MeasurementUnit, MeasurementUnit)

  // Types
  case expected(Expectation)
  case mixedFrequency(Frequency, Frequency, offer: ConversionOffer? = nil)
  case nothingDue(String, Frequency)
  case notAConstant
  case aggregateKind(KindProblem)
  case kindNeeded(String)
  case ratioSummed(String)
  case ratioAveraged(String)
  case levelSummed(String)
  case time(TimeProblem)

  // Members, scenarios, columns
  case unknownMember(String, of: Phrase, members: [String], nearest: [String])
  case ambiguousSelector(String, readings: [String])
  case chosenTwice(String)
  case unknownScenario(String, nearest: [String])
  case unknownDimension(String, choices: [String])
  case unknownColumn(String, Relation?, choices: [String], nearest: [String])
  case unknownWord(String, of: Phrase, choices: [String])

  // Sets
  case set(SetProblem)

  // Scenarios
  case scenarioCycle([String])
  case assumption(AssumptionProblem)
  case projectionEndsBeforeItBegins
  case distributionElsewhere
  case tie(TieProblem)
  case samples(SampleProblem)

  // Params that questions move
  case moving(MovingProblem)

  // Texts
  case format(FormatProblem)

  // Statements
  case comparison(ComparisonProblem)
  case deadlineMissing
  case baselineAfterDeadline
  case outOfRange(name: String, lower: String, upper: String)
  case rangeReversed
  case bandsDescend(String, String)
  case valuesOutside(String, count: Int)
  case unknownParameter(String, nearest: [String])
  case topNeedsCount
  case undated(Relation)
}
