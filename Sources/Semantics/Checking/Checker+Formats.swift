import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns `value` in the format that `syntax` asks for, in its unit; what does not fit is reported.
  mutating func formatted(_ value: CheckedExpression, by syntax: FormatSyntax) -> TextPiece {
    let reading = FormatReading(syntax, units: units)
    for (problem, range) in reading.problems { report(.format(problem), at: range) }
    let isNumber: Bool
    switch value.type.shape {
    case .number, .flexible, .mixed, .several: isNumber = true
    case .truth, .text, .period: isNumber = false
    case .invalid: return .value(value, reading.format)
    }
    if !isNumber, let word = reading.numberWords.first {
      report(.format(.type(word.text, for: Phrase("numbers", "数值"))), at: word.range)
      return .value(value, TextFormat())
    }
    if !value.isList, let word = reading.listWords.first {
      report(.format(.type(word.text, for: Phrase("words", "词语"))), at: word.range)
      return .value(value, TextFormat())
    }
    guard let converted = inUnit(value, reading) else { return .value(value, TextFormat()) }
    guard let change = reading.format.change, let word = reading.numberWords.first(where: { $0.text == change.name })
    else { return .value(converted, reading.format) }
    if let problem = misuse(of: change, on: converted) {
      report(.format(problem), at: word.range)
      return .value(value, TextFormat())
    }
    return .value(converted, reading.format)
  }

  private mutating func inUnit(_ value: CheckedExpression, _ reading: FormatReading) -> CheckedExpression? {
    guard let (unit, word) = reading.unit else { return value }
    switch value.type.shape {
    case .number(let own):
      if let step = own.factor(to: unit) { return value.converted(step, to: unit) }
      report(.format(.unit(unit, from: own, value: text(value.range))), at: word.range)
      return nil
    case .flexible:
      return CheckedExpression(value.form, ValueType(.number(unit), kind: value.type.kind), value.range)
    case .mixed, .several, .truth, .text, .period, .invalid:
      report(.format(.type(word.text, for: Phrase("numbers in one unit", "同一单位的数值"))), at: word.range)
      return nil
    }
  }

  /// Returns why `change` does not tell what `value` is, if it does not.
  private func misuse(of change: ChangeWord, on value: CheckedExpression) -> FormatProblem? {
    if !isChange(value) { return .noChange(change.name, value: text(value.range), calls: changes(of: value)) }
    let nature = value.type.unit.nature
    let fitting: String? =
      switch change.scope {
      case .any: nil
      case .growth: nature == .percentage ? nil : change.language == .chinese ? "增减" : "change"
      case .points: nature == .points ? nil : change.language == .chinese ? "增减" : "change"
      }
    if let fitting { return .otherUnit(change.name, value.type.unit, instead: fitting) }
    guard let own = change.function, let given = growthFunction(of: value), given != own,
      let builtin = Builtin.all.first(where: { $0.kind == .time(given) })
    else { return nil }
    let instead = ChangeWord.all.filter { $0.language == change.language && $0.function == given }.map(\.name)
    return .otherChange(change.name, function: Phrase(builtin.english, builtin.chinese), instead: instead)
  }

  /// Returns the calls that tell how far `value` changed, in each language; brackets stay behind them.
  private func changes(of value: CheckedExpression) -> [Phrase] {
    let written = text(value.range)
    var series = written
    if case .selection(let inner, _) = value.form { series = text(inner.range) }
    let brackets = written.dropFirst(series.count)
    let functions: [TimeFunction] = value.type.unit.nature == .percentage ? [.diff] : [.yoy, .diff]
    return Builtin.all.filter { builtin in functions.contains { builtin.kind == .time($0) } }
      .map { Phrase("{\($0.english)(\(series))\(brackets)", "{\($0.chinese)(\(series))\(brackets)") }
  }

  /// Returns the function of growth that gives `value`, where nothing but names, brackets and units stands around it.
  private func growthFunction(of value: CheckedExpression) -> TimeFunction? {
    switch value.form {
    case .time(let call): [.yoy, .mom, .cagr].contains(call.function) ? call.function : nil
    case .converted(let inner, _), .selection(let inner, _): growthFunction(of: inner)
    case .definition(.alias(let position)): growthFunction(of: program.aliases[position].formula)
    default: nil
    }
  }

  /// Returns whether `value` tells how far something changed, and not how large it is.
  private func isChange(_ value: CheckedExpression) -> Bool {
    if value.type.unit.nature == .points { return true }
    switch value.form {
    case .number, .missing, .arithmetic(_, .subtract, _), .distribution: return true
    case .time(let call):
      switch call.function {
      case .diff, .yoy, .mom, .cagr, .slope: return true
      case .prev, .ytd, .rolling, .rebase, .index, .chain, .trend, .annual, .halfyearly, .quarterly:
        return isChange(call.series)
      }
    case .definition(.indicator(let position)): return program.indicators[position].knownKind == .rate
    case .definition(.alias(let position)): return isChange(program.aliases[position].formula)
    case .definition(.aggregate(let position)): return isChange(program.aggregates[position].formula)
    case .definition(.parameter): return value.type.unit.nature == .percentage
    case .aggregate(let call):
      switch call.function {
      case .contribution: return true
      case .sum, .mean, .median, .min, .max, .quantile, .stdev, .cv, .gini, .theil, .count, .share, .rank, .first,
        .last, .distinct, .list, .ratio, .correlation, .proportion:
        return call.argument.map(isChange) ?? false
      }
    case .arithmetic(let left, .add, let right): return isChange(left) && isChange(right)
    case .converted, .negative, .selection, .fallback, .filled, .cells, .arithmetic:
      // A factor or a number in place of a missing one is a change only where all else is.
      let telling = value.parts.filter { constant($0) == nil }
      return telling.isEmpty || telling.contains(where: isChange)
    case .truth, .period, .text, .word, .definition(.set), .dimension, .weights, .column, .reason, .comparison,
      .approximation, .between, .among, .not, .and, .or, .chance, .scaled, .invalid:
      return false
    }
  }
}

extension CheckedExpression {
  /// Whether the value may be several words, or numbers or periods taken together.
  fileprivate var isList: Bool {
    switch form {
    case .aggregate(let call): call.function == .list
    default: if case .text = type.shape { true } else { false }
    }
  }
}
