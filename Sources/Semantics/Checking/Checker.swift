import Indicators
import Source
import Syntax
import Units

/// One script as the checker takes it.
package struct ScriptUnit: Sendable {
  /// The script as parsed.
  package let syntax: ScriptSyntax
  /// Its text, which headings are cut from.
  package let text: SourceText
  /// The name under which it was imported; nil for the main script and for imports without `as`.
  package let qualifier: String?
  /// Whether its questions run.
  package let isMain: Bool
  /// At a prompt, the name of the value that `_` stands for.
  package let lastResult: String?
  /// The scenario that its questions are asked of where they name none; nil for `actual`.
  package let scenario: String?

  /// Creates a unit.
  package init(
    syntax: ScriptSyntax, text: SourceText, qualifier: String?, isMain: Bool, lastResult: String? = nil,
    scenario: String? = nil
  ) {
    self.syntax = syntax
    self.text = text
    self.qualifier = qualifier
    self.isMain = isMain
    self.lastResult = lastResult
    self.scenario = scenario
  }
}

/// A parameter's value that comes from the command line.
package struct ParameterSetting: Sendable {
  /// The parameter.
  package let name: String
  /// The value.
  package let value: ExpressionSyntax

  /// Creates a setting.
  package init(name: String, value: ExpressionSyntax) {
    self.name = name
    self.value = value
  }
}

/// Resolves every name and agrees every unit of `scripts`, and says what is wrong with them.
///
/// The program holds what could be understood; with an error among the findings it must not be evaluated. Long scripts are
/// checked in parts that `workers` share; how many these are changes nothing.
package func check(
  _ scripts: [ScriptUnit], catalogue: Catalogue, settings: [ParameterSetting], workers: Workers = Workers(),
  partSize: Int = 512
) -> (program: CheckedProgram, diagnostics: [Diagnostic]) {
  var checker = Checker(scripts: scripts, catalogue: catalogue, workers: workers, partSize: partSize)
  checker.checkAll(settings: settings)
  return (checker.program, checker.diagnostics)
}

/// The state of one check.
///
/// It is long, and a method that does not change it is given a copy: what is called for each operator is `mutating` for that
/// reason alone.
struct Checker {
  let scripts: [ScriptUnit]
  let statements: StatementLists
  /// Whether a script has a name that stands before those that it declares.
  let hasQualifiers: Bool
  let catalogue: Catalogue
  var units: UnitTable { catalogue.units }
  var scope: Scope
  var merging: IndicatorMerging
  var program = CheckedProgram()
  var diagnostics: [Diagnostic] = []
  /// The position of each indicator that has been entered into the program, by its full name.
  var indicatorPositions: [String: Int] = [:]
  /// The indicator that each alias computes.
  var computedIndicators: [Int: Int] = [:]
  /// The units as sheets print them, by the units in full: 元 for 元/人.
  var printedUnits: [MeasurementUnit: MeasurementUnit] = [:]
  /// The types of indicators as they are asked for.
  var indicatorTypes = DefinitionTable<ValueType>()
  /// The types of formulas as they become known.
  var types = DefinitionTable<ValueType>()
  /// The names that targets and rules judge, where a formula looks at a relation.
  var judgedNames: [NameReference] = []
  /// The position of each formula among all of them.
  var formulaPositions = DefinitionTable<Int32>()
  /// What the names that targets are stated of stand for, in parts of one size.
  var targetSubjects: [TargetSubjects] = []
  /// What the names of the formula at hand stand for, in written order, and which of them is met next.
  var foundNames: ArraySlice<FoundName> = []
  var nextFoundName = 0
  /// The units that have been read, by their spelling.
  var readUnits = NameMap<MeasurementUnit>()
  /// Whether a value that runs from January has been met.
  var meetsCumulative = false
  /// Whether a script declares a set.
  var hasSets = false
  /// The declarations with formulas, in order.
  var formulas: [FormulaSyntax] = []
  /// The values of parameters that come from the command line, by position.
  var parameterSettings: [Int: ExpressionSyntax] = [:]
  /// The sets as they become known, by their position.
  var checkedSets: [Int: CheckedSet] = [:]
  /// The sets along whose dimension `indicator` each formula runs.
  var definitionSets = DefinitionTable<[Int]>()
  /// The indicators of which lower is better, for each alias that is a set or its changes in time.
  var lowerBetterOfAliases: [Int: Set<String>] = [:]
  /// The values of parameters as they become known.
  var parameterValues: [Int: CheckedExpression] = [:]
  /// The formulas that are being checked together and need each other's earlier periods.
  var lagGroup: Set<Definition> = []
  /// How many distributions the amount at hand has so far.
  var distributionCount = 0
  /// The member for which the amounts of a set's assumption are being checked; the set's name stands for it there.
  var assumedMember: (set: Int, definition: Definition)?
  /// Whether this checker tries a part whose errors will be found again, so that nothing need be offered for them.
  var isTrial = false
  /// The scenarios that scripts declare, by name.
  var declaredScenarios: [String: ScenarioID] = [:]
  /// The scenario of questions that name none.
  var scenarioAsked = ScenarioID.actual
  var members: MemberIndex
  /// Who shares the checking of long scripts.
  let workers: Workers
  /// How many declarations one of them checks before it takes more.
  let partSize: Int
  var summaries: [SheetSummary] { catalogue.summaries }

  init(scripts: [ScriptUnit], catalogue: Catalogue, workers: Workers, partSize: Int) {
    self.workers = workers
    self.partSize = partSize
    self.scripts = scripts
    statements = StatementLists(of: scripts)
    hasQualifiers = scripts.contains { $0.qualifier != nil }
    self.catalogue = catalogue
    scope = Scope(catalogue: catalogue)
    merging = IndicatorMerging(catalogue: catalogue)
    members = MemberIndex(catalogue: catalogue, scripts: scripts)
  }

  /// Runs every pass, in the order in which they need each other.
  mutating func checkAll(settings: [ParameterSetting]) {
    checkSameness()
    checkHierarchies()
    declareIndicators()
    checkIndicatorStatements()
    formulas = declareFormulas(settings: settings)
    countStatedTargets()
    checkFormulas(formulas)
    checkScenarios()
    checkCorrelations()
    checkTargets()
    checkRules()
    checkQuestions()
    assumeOfQualifiedNames()
    lintSheetUnits()
    lintSplitNames()
    // Where something is wrong, what seems not to be used may only not be understood.
    if diagnostics.contains(where: { $0.severity == .error }) { return }
    lintUnusedNames(formulas)
    lintTargetsAndData()
    lintDirections()
  }

  /// Reports `problem` at `range`.
  mutating func report(_ problem: SemanticProblem, at range: SourceRange) {
    diagnostics.append(problem.diagnostic(at: range))
  }

  /// Reports `problem` at `range` and returns an expression that stands for what could not be understood.
  mutating func invalid(_ problem: SemanticProblem, at range: SourceRange) -> CheckedExpression {
    report(problem, at: range)
    return CheckedExpression(.invalid, .invalid, range)
  }

  /// Returns the text of `range` as written.
  @inline(__always)
  func text(_ range: SourceRange) -> String { Semantics.text(range, of: scripts) }

  /// Returns the name of the value that `_` stands for at `range`.
  func lastResult(at range: SourceRange) -> String? {
    position(ofScript: range.source).flatMap { scripts[$0].lastResult }
  }

  /// Returns the qualifier of the script that `range` lies in.
  func qualifier(at range: SourceRange) -> String? {
    hasQualifiers ? position(ofScript: range.source).flatMap { scripts[$0].qualifier } : nil
  }

  private func position(ofScript source: SourceID) -> Int? {
    for position in scripts.indices where scripts[position].text.id == source { return position }
    return nil
  }
}

/// Returns the text of `range` as written in one of `scripts`.
private func text(_ range: SourceRange, of scripts: [ScriptUnit]) -> String {
  for script in scripts.indices where scripts[script].text.id == range.source {
    return scripts[script].text.text(in: range)
  }
  return ""
}

/// Where an expression stands, and so which names it sees.
struct Setting {
  /// The relation whose columns are seen in place of values.
  var relation: Relation?
  /// Whether a number may be a distribution, as in an assumption and a param.
  var isUncertain = false
  /// Within the argument `weight` of an aggregate, the sets that what is aggregated rests on.
  var weightedSets: [Int]?

  /// The setting of a value's formula.
  static let values = Setting(relation: nil)
  /// The setting of a number that may be a distribution.
  static let amounts = Setting(relation: nil, isUncertain: true)
}
