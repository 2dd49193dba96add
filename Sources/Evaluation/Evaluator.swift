import Indicators
import Semantics
import Source
import Units

/// Computes the values of a checked program over a catalogue, each once.
package struct Evaluator: Sendable {
  /// A definition in one scenario.
  struct Key: Hashable {
    let definition: Definition
    let scenario: ScenarioID
  }

  /// The program.
  package internal(set) var program: CheckedProgram {
    // What was sampled of a program says nothing of one that is varied, which is asked one thing at a time.
    didSet {
      (samples, reaches) = (SampleStore(), SharedReaches())
      (askedAggregates, membersAhead, memberFirsts, passedOverlays) = (nil, [:], [:], [:])
      (setAxes, membersNeedingParameters) = ([:], [:])
    }
  }
  /// The data.
  package let catalogue: Catalogue
  /// The scripts, for the words of a derivation.
  package let texts: [SourceText]
  /// The language of texts that are made while computing.
  package let language: Language
  /// The findings made while computing, in order, each once.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The names of members, those that relations add included.
  package var names: NameTable
  /// What each aggregate rested on, by where it is written.
  package var coverages: [CoverageKey: Coverage] = [:]

  /// How many cells each fallback and filling gave a number, by where it is written.
  package var fills: [CoverageKey: FillCount] = [:]

  /// Gives what became of the sheets' rows in every statement; computed only where it is asked for.
  package var ledgerSource: (@Sendable (inout Evaluator) -> [LedgerEntry])?

  /// The period after whose end nothing is seen that was observed; nil where all is.
  package let asOf: Period?

  /// How many contributions to an aggregate a derivation shows one by one.
  package var contributionLimit = 10
  /// Whether a derivation shows all there is.
  package var isInFull: Bool { contributionLimit == .max }
  /// What each filter kept, by where it is written.
  var filterUses: [SourceRange: FilterUse] = [:]

  /// The hierarchies of members, one tree for each dimension that has any.
  let trees: [MemberTree]
  /// For each sheet, the position in the program of each of its indicators over all sheets.
  let wholePositions: [[Int]]
  /// The periods that data and targets have.
  lazy var knownPeriods = KnownPeriods(program, catalogue)
  var values: [Key: Value] = [:]
  var targetsOfIndicator: [Int: [Int]]?
  /// The targets of sheets by the indicator over all sheets that they are of.
  var targetsInSheets: TargetsByIndicator?
  /// What the targets of sheets ask of each lane of a definition, where that is one number; nil where it is more.
  var demandsByLane: [Definition: LaneDemands?] = [:]
  /// How the lanes of members that targets name are found, for each sheet as last asked.
  var lanesOfMembers: [Int: MemberLanes] = [:]
  var indicators: [Int: IndicatorData] = [:]
  /// The axes of their values.
  var pool = AxisPool()
  var planned: [Int: PlannedIndicator] = [:]
  var relations: [RelationKey: RelationTable] = [:]
  /// How many samples there are, and what seeds them.
  package var sampling = Sampling()
  /// Whether nobody waits for the answer any more, so that definitions need not be computed; nil where that never happens.
  package var isGivenUp: (@Sendable () -> Bool)?
  /// The samples that distributions are drawn for; nil for their medians.
  var block: SampleBlock?
  /// From how many cells on the values of a set are computed member by member.
  var fewestCellsMemberwise = 1 << 15
  /// The aggregates whose values questions ask for.
  var askedAggregates: AskedAggregates?
  /// What has been made of the members of sets for aggregates that are still to be computed.
  var membersAhead: [MemberTask.Key: [MemberOutcome]] = [:]
  /// The first periods that conditions on the members of sets have.
  var memberFirsts: [MemberTask.Key: MemberFirsts] = [:]
  /// What is at hand of the member of a set whose turn it is.
  var passing = PassingMember()
  /// The axes along which the members of sets lie.
  var setAxes: [Int: Axis] = [:]
  /// What is remembered of overlays whose values are not kept.
  var passedOverlays: [Key: PassedOverlay] = [:]
  /// What has been sampled.
  var samples = SampleStore()
  /// Whether the relation `cells` would have more rows than can be listed.
  var hasTooManyCells = false
  /// What scenarios assume, the order in which their values are computed, and where the cells come from.
  var layers: [ScenarioID: ScenarioLayers] = [:]
  var orders: [ScenarioID: ScenarioOrder] = [:]
  /// The members of sets that need nothing but params, by the position of their group in the order of a scenario.
  var membersNeedingParameters: [Key: Set<Int>] = [:]
  /// Which draws are tied to others in each scenario.
  var correlations: [ScenarioID: Correlations] = [:]
  var overlays: [Key: OverlaidCube] = [:]
  /// What the cells of definitions rest on, and what becomes of the assumptions, in scenarios that scripts declare.
  var footings: [Key: Cube] = [:]
  var possibleFootings: [Key: Footing] = [:]
  var targetFootings: [ScenarioID: [Footing]] = [:]
  var assumptionRows: [ScenarioID: [AssumptionRow]] = [:]
  /// Which scenarios share values.
  var reaches = SharedReaches()
  /// The aggregates that the formula of each definition uses, where it uses any.
  var usesOfDefinition: [Key: [AggregateUse]] = [:]
  /// The formulas whose aggregates have been compared with each other.
  var comparedFormulas: Set<CoverageKey> = []
  /// Those of them in which aggregates over different members meet.
  var differingFormulas: [SourceRange] = []
  var targetRows: [ScenarioID: [TargetRow]] = [:]
  /// What becomes of the targets in each sample.
  var sampledTargets: [ScenarioID: [[SampledVerdict]?]] = [:]
  /// The definitions whose values are uncertain.
  var uncertain: [ScenarioID: Set<Definition>] = [:]
  /// The indicators whose missing kind has been reported.
  var reportedKinds: Set<String> = []
  /// The members with names that totals go by.
  var namedTotals = NamedTotals()
  private var reported: Set<Diagnostic> = []

  /// Creates an evaluator; nothing is computed before it is asked for.
  package init(
    program: CheckedProgram, catalogue: Catalogue, texts: [SourceText], language: Language, asOf: Period? = nil
  ) {
    self.program = program
    self.asOf = asOf
    self.language = language
    self.catalogue = catalogue
    self.texts = texts
    var names = catalogue.names
    trees = MemberTree.trees(of: program, &names)
    self.names = names
    var positions = catalogue.sheets.map { Array(repeating: 0, count: $0.indicators.count) }
    for (position, indicator) in program.indicators.enumerated() where !indicator.isOfOneSheet {
      for part in indicator.parts { positions[part.sheet][part.index] = position }
    }
    wholePositions = positions
  }

  /// Adds a finding, unless it was made before.
  package mutating func report(_ diagnostic: Diagnostic) {
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Takes over what `other`, a copy of `base` that has done some of the work, has found.
  mutating func takeOver(_ other: Evaluator, since base: Evaluator) {
    for diagnostic in other.diagnostics.dropFirst(base.diagnostics.count) { report(diagnostic) }
    comparedFormulas.formUnion(other.comparedFormulas)
    differingFormulas += other.differingFormulas.filter { !differingFormulas.contains($0) }
    if other.demandsByLane.count > base.demandsByLane.count {
      demandsByLane.merge(other.demandsByLane) { own, _ in own }
    }
  }

  /// Returns the text of `range` as written.
  package func text(_ range: SourceRange) -> String {
    texts.first { $0.id == range.source }?.text(in: range) ?? ""
  }

  /// Returns the value of `definition` in `scenario`.
  mutating func value(of definition: Definition, in scenario: ScenarioID) -> Value {
    if scenario.isDeclared { return overlaidValue(of: definition, in: scenario) }
    if case .indicator(let position) = definition { return .numbers(cube(ofIndicator: position, in: scenario)) }
    let key = Key(definition: definition, scenario: scenario)
    if let value = values[key] { return value }
    computeNeeds(of: definition, in: scenario)
    return values[key] ?? .numbers(Cube(axes: [], missing: .undefined))
  }

  /// Computes `definition` and what it needs, in the program's order, so that no chain is too long for the stack.
  private mutating func computeNeeds(of definition: Definition, in scenario: ScenarioID) {
    guard let position = program.group(of: definition) else { return }
    for index in program.groupsNeeded(by: position) {
      if isGivenUp?() == true { return }
      let group = program.order[index]
      let first = group.definitions[0]
      guard values[Key(definition: first, scenario: scenario)] == nil else { continue }
      if first != definition, !group.isLagged, isLeftToMembers(first, in: scenario) { continue }
      if group.isLagged {
        computeTogether(group.definitions, in: scenario)
      } else {
        values[Key(definition: first, scenario: scenario)] = value(ofFormula: first, in: scenario)
        rememberUses(of: first, in: scenario)
      }
    }
  }

  /// Computes definitions that need each other's earlier periods: each round settles one more period.
  private mutating func computeTogether(_ group: [Definition], in scenario: ScenarioID) {
    for member in group {
      values[Key(definition: member, scenario: scenario)] = .numbers(Cube(axes: [], missing: .outsideData))
    }
    var rounds = 2
    var round = 0
    while round < rounds, isGivenUp?() != true {
      round += 1
      for member in group {
        let value = value(ofFormula: member, in: scenario)
        values[Key(definition: member, scenario: scenario)] = value
        if case .numbers(let cube) = value { rounds = max(rounds, cube.periods.count + 2) }
      }
    }
    for case .alias(let position) in group {
      guard case .numbers(let cube)? = values[Key(definition: .alias(position), scenario: scenario)] else { continue }
      let alias = program.aliases[position]
      if cube.periods.isEmpty { report(EvaluationProblem.noPeriods(alias.name).diagnostic(at: alias.range)) }
    }
  }

  private mutating func value(ofFormula definition: Definition, in scenario: ScenarioID) -> Value {
    let surroundings = Surroundings(scenario: scenario)
    return switch definition {
    case .parameter(let position):
      value(
        of: program.parameters[position].value,
        Surroundings(scenario: scenario, draw: DrawContext(name: program.parameters[position].name)))
    case .alias(let position): value(of: program.aliases[position].formula, surroundings)
    case .aggregate(let position): value(of: program.aggregates[position].formula, surroundings)
    case .set(let position): .numbers(cube(ofSet: position, surroundings))
    case .indicator(let position): .numbers(cube(ofIndicator: position, in: scenario))
    }
  }

  /// Returns the merged observations of the indicator at `position`.
  mutating func data(ofIndicator position: Int) -> IndicatorData {
    if let data = indicators[position] { return data }
    var data = cut(IndicatorData(program.indicators[position], catalogue: catalogue))
    if !trees.isEmpty, program.indicators[position].addsOverMembers { data.rollUp(trees) }
    data.cube = pool.shared(data.cube)
    indicators[position] = data
    return data
  }

  /// Returns the values of the indicator at `position` in `scenario`.
  mutating func cube(ofIndicator position: Int, in scenario: ScenarioID) -> Cube {
    if scenario.isDeclared, case .numbers(let cube) = overlaidValue(of: .indicator(position), in: scenario) {
      return cube
    }
    return scenario == .plan ? plan(ofIndicator: position).cube : data(ofIndicator: position).cube
  }
}

/// Where an expression is computed: the scenario, and the relation whose columns it sees.
struct Surroundings {
  let scenario: ScenarioID
  var table: RelationTable?
  /// Whether a target that cannot be judged yet is neither met nor missed, as in a share of targets met.
  var judgedOnly = false
  /// What the draws of distributions are for, where they may stand.
  var draw: DrawContext?
  /// The member that stands for its set, where an expression is computed member by member.
  var member: SetMember?
  /// Periods in which nobody asks for the value, so that those of definitions are left out.
  var idlePeriods: Set<Period> = []

  init(
    scenario: ScenarioID, table: RelationTable? = nil, judgedOnly: Bool = false, draw: DrawContext? = nil
  ) {
    self.scenario = scenario
    self.table = table
    self.judgedOnly = judgedOnly
    self.draw = draw
  }
}
