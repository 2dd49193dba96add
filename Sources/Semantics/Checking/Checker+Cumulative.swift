import Indicators
import Source
import Syntax

/// A value that runs from the beginning of the year, as an operand of a sum.
private struct CumulativeTerm {
  enum Place: Equatable {
    case own
    case one(Period)
    case earlier
  }

  let definition: Definition
  let range: SourceRange
  var place = Place.own
}

/// Nothing ever adds two cumulative values of one series, and no difference of them crosses the beginning of a year.
extension Checker {
  /// Reports a sum or difference of cumulative values that means nothing, and returns what stands for it; else nil.
  mutating func cumulativeMisuse(
    _ left: CheckedExpression, _ operation: ArithmeticOperator, _ right: CheckedExpression, _ range: SourceRange
  ) -> CheckedExpression? {
    guard meetsCumulative, operation == .add || operation == .subtract else { return nil }
    for first in terms(left) {
      for second in terms(right) where second.definition == first.definition && second.place != first.place {
        let name = text(first.range)
        if operation == .add {
          return invalid(.time(.cumulativeJoined(name, instead: singles(name))), at: range)
        }
        if crossesYears(first.place, second.place) { return invalid(.time(.cumulativeAcrossYears(name)), at: range) }
      }
    }
    return nil
  }

  /// Reports a column that compares cumulative values of different months of different years.
  mutating func checkCumulativeColumns(_ columns: [ColumnSyntax], _ items: [ValueQuestion.Item]) {
    guard let item = items.first(where: { $0.expression.isCumulative }) else { return }
    for column in columns {
      guard case .change(let first, let joint, let second) = column.form,
        crossesYears(.one(Period(first)), .one(Period(second)))
      else { continue }
      switch joint {
      case .ratio: report(.time(.cumulativeSpan(item.heading)), at: column.range)
      case .difference: report(.time(.cumulativeAcrossYears(item.heading)), at: column.range)
      }
    }
  }

  /// Returns `diff(name)`, which gives each period alone.
  func singles(_ name: String) -> Phrase {
    Phrase("diff(\(name))", "增量(\(name))")
  }

  /// Returns the cumulative values that are added up in `expression`; a difference of two of one series is none.
  private func terms(_ expression: CheckedExpression) -> [CumulativeTerm] {
    switch expression.form {
    case .definition(let definition) where expression.isCumulative:
      return [CumulativeTerm(definition: definition, range: expression.range)]
    case .selection(let inner, let selection):
      guard case .one(let period) = selection.periods else { return terms(inner) }
      return placed(terms(inner), .one(period))
    case .time(let call) where call.function == .prev: return placed(terms(call.series), .earlier)
    case .converted(let inner, _), .negative(let inner): return terms(inner)
    case .fallback(let first, _): return terms(first)
    case .arithmetic(let left, .add, let right): return terms(left) + terms(right)
    case .arithmetic(let left, .subtract, let right):
      let (first, second) = (terms(left), terms(right))
      let both = Set(first.map(\.definition)).intersection(second.map(\.definition))
      return (first + second).filter { !both.contains($0.definition) }
    default: return []
    }
  }

  private func placed(_ terms: [CumulativeTerm], _ place: CumulativeTerm.Place) -> [CumulativeTerm] {
    terms.map { CumulativeTerm(definition: $0.definition, range: $0.range, place: place) }
  }

  /// Returns whether a difference of values at these places may mix months of different years.
  private func crossesYears(_ first: CumulativeTerm.Place, _ second: CumulativeTerm.Place) -> Bool {
    guard case .one(let first) = first, case .one(let second) = second else { return true }
    return first.year != second.year && first.part != second.part
  }
}
