import Evaluation
import Indicators
import Semantics

/// A named value with the brackets behind it, as one text may print it and a sum in another be made of it.
struct PrintedTerm: Hashable {
  let definition: Definition
  let chosen: Chosen

  /// What brackets choose; of several around each other the innermost comes first.
  struct Chosen: Hashable {
    var periods: Selection.Periods?
    var members: [Dimension: String] = [:]
    var scenario = ScenarioID.actual

    /// Returns the choice with what `selection`, which stands further inside, chooses instead.
    func inner(_ selection: Selection) -> Chosen {
      var result = self
      if let periods = selection.periods { result.periods = periods }
      for (dimension, name) in selection.members { result.members[dimension] = name }
      if let scenario = selection.scenario { result.scenario = scenario }
      return result
    }
  }
}

extension CheckedExpression {
  /// The named value that the expression is, brackets and units around it left out; nil for a formula.
  var printedTerm: PrintedTerm? { term(PrintedTerm.Chosen()) }

  private func term(_ chosen: PrintedTerm.Chosen) -> PrintedTerm? {
    switch form {
    case .definition(let definition): PrintedTerm(definition: definition, chosen: chosen)
    case .converted(let inner, _): inner.term(chosen)
    case .selection(let inner, let selection): inner.term(chosen.inner(selection))
    case .number, .missing, .truth, .period, .text, .word, .dimension, .weights, .column, .negative, .arithmetic,
      .fallback, .filled, .reason, .comparison, .approximation, .between, .among, .not, .and, .or, .cells, .time,
      .aggregate, .distribution, .chance, .scaled, .invalid:
      nil
    }
  }

  /// Returns the terms that the expression adds up, each with its sign, all of them among `printed`; nil where it is no
  /// sum of those. Names that are not printed are looked through.
  func terms(of program: CheckedProgram, among printed: Set<PrintedTerm>) -> [(sign: Double, term: PrintedTerm)]? {
    terms(of: program, among: printed, sign: 1, PrintedTerm.Chosen(), isWhole: true)
  }

  private func terms(
    of program: CheckedProgram, among printed: Set<PrintedTerm>, sign: Double, _ chosen: PrintedTerm.Chosen,
    isWhole: Bool
  ) -> [(sign: Double, term: PrintedTerm)]? {
    func terms(_ inner: CheckedExpression, _ sign: Double, isWhole: Bool = false) -> [(
      sign: Double, term: PrintedTerm
    )]? {
      inner.terms(of: program, among: printed, sign: sign, chosen, isWhole: isWhole)
    }
    switch form {
    case .converted(let inner, _): return terms(inner, sign, isWhole: isWhole)
    case .negative(let inner): return terms(inner, -sign)
    case .selection(let inner, let selection):
      return inner.terms(of: program, among: printed, sign: sign, chosen.inner(selection), isWhole: isWhole)
    case .arithmetic(let left, let operation, let right):
      guard operation == .add || operation == .subtract, let first = terms(left, sign),
        let second = terms(right, operation == .add ? sign : -sign)
      else { return nil }
      return first + second
    case .definition(let definition):
      let term = PrintedTerm(definition: definition, chosen: chosen)
      if !isWhole, printed.contains(term) { return [(sign, term)] }
      guard case .alias(let position) = definition else { return nil }
      return terms(program.aliases[position].formula, sign)
    case .number, .missing, .truth, .period, .text, .word, .dimension, .weights, .column, .fallback, .filled, .reason,
      .comparison, .approximation, .between, .among, .not, .and, .or, .cells, .time, .aggregate, .distribution,
      .chance, .scaled, .invalid:
      return nil
    }
  }
}
