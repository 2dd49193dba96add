import Evaluation
import Indicators
import Reporting
import Semantics
import Source
import Syntax
import Units

/// Scripts and sheets, read and checked, ready to answer.
package struct Session: Sendable {
  /// The scripts' texts, for findings and derivations.
  package let texts: [SourceText]
  /// The findings so far.
  package private(set) var diagnostics: [Diagnostic]
  /// The data.
  package let catalogue: Catalogue
  private let program: CheckedProgram
  private let language: Language
  private let sampling: Sampling
  /// Is told when a stage of the run begins.
  private let enter: (@Sendable (Stage) -> Void)?
  /// What stands above the answers where all of them are one report; nil where only a script makes reports.
  private let title: String?
  /// The scripts as they were read.
  private let scripts: [ScriptUnit]
  /// The sheets and settings that reports rest on; nil where there are no reports.
  private let reported: (sheets: [ProvenanceSource.File], settings: [(name: String, value: String)])?

  /// What reports rest on; nil where there are none.
  private var provenance: ProvenanceSource? {
    reported.map { ProvenanceSource(scripts: scripts.map(\.text), sheets: $0.sheets, settings: $0.settings) }
  }

  /// Reads and checks what `input` names.
  package init(_ input: SessionInput, files: FileAccess) {
    input.enter?(.read)
    enter = input.enter
    var scripts = ScriptLoader(files: files, workers: input.sampling.workers)
    for script in input.scripts { scripts.load(script) }
    var settings: [ParameterSetting] = []
    var settingProblems: [Diagnostic] = []
    for (name, value) in input.settings {
      if let expression = scripts.value(value, named: name) {
        settings.append(ParameterSetting(name: name, value: expression))
      } else {
        settingProblems.append(SessionProblem.settingUnreadable(name, value).diagnostic(at: .command))
      }
    }
    let (units, unitProblems) = declaredUnits(scripts.units)
    let hasReports =
      input.isReporting || scripts.units.contains { $0.isMain && $0.syntax.has(.report) }
    var sheets = SheetLoader(
      files: files, units: units, same: scripts.sameNames, isStrict: input.isStrict,
      takesDigests: hasReports, workers: input.sampling.workers)
    if input.readsOnlyNamed, !hasReports, !scripts.uses.isEmpty { sheets.wanted = WantedIndicators(of: scripts.texts) }
    sheets.progress = input.readingProgress
    sheets.load(scripts.uses, replacements: input.data)
    var loading = scripts.diagnostics + unitProblems + sheets.diagnostics + settingProblems
    texts = scripts.texts
    input.enter?(.plan)
    catalogue = sheets.catalogue
    loading += catalogue.clashFindings
    input.enter?(.check)
    language = input.language
    title = input.isReporting ? input.scripts.map { stem(of: $0.path) }.joined(separator: ", ") : nil
    self.scripts = scripts.units
    reported = hasReports ? (sheets.readFiles, input.settings) : nil
    let checked = check(
      scripts.units, catalogue: catalogue, settings: settings, workers: input.sampling.workers)
    program = checked.program
    sampling = Sampling(input, program)
    diagnostics = findings(
      ofLoading: loading, ofChecking: checked.diagnostics, isIncomplete: scripts.hasSkippedSheet || sheets.hasFailed)
  }

  /// An evaluator of the program that has computed nothing yet.
  package var evaluator: Evaluator {
    var evaluator = Evaluator(program: program, catalogue: catalogue, texts: texts, language: language)
    evaluator.sampling = sampling
    return evaluator
  }

  /// Whether the questions can be answered; cells that cannot be read do not stand in the way.
  package var canAnswer: Bool {
    !diagnostics.contains(where: \.preventsAnswers)
  }

  /// Answers every question in order, and judges the rules.
  ///
  /// A derivation shows the largest contributions to an aggregate, or all where the answer is `inFull`.
  package mutating func answer(inFull: Bool = false) -> Document {
    guard canAnswer else { return Document() }
    enter?(.plan)
    var evaluator = self.evaluator
    evaluator.gathersSamples()
    enter?(.evaluate)
    if inFull { evaluator.contributionLimit = .max }
    evaluator.ledgerSource = ledgerEntries
    var blocks = program.answers(&evaluator, as: title, provenance)
    // Tools can always tell what became of each row.
    if inFull { blocks.append(ledger(&evaluator)) }
    evaluator.reportImbalances()
    let judged = evaluator.ruleResults(in: program.scenariosUsed)
    let failures = program.failedRules(judged, &evaluator) + program.missedTargets(&evaluator)
    let vacuities = evaluator.vacuityFindings(judged: judged)
    let assumptions = evaluator.assumptionFindings()
    diagnostics += evaluator.diagnostics + assumptions + failures + vacuities
    return Document(blocks)
  }

  /// Looks for filters, rules, targets and assumptions that choose nothing or everything, or meet each other, which only their
  /// evaluation tells.
  package mutating func findVacuities() {
    let mayChooseNothing = program.hasFilters(readingSheets: !catalogue.sheets.isEmpty)
    guard canAnswer, mayChooseNothing || !program.scenarios.isEmpty else { return }
    var evaluator = self.evaluator
    evaluator.computeFilteredAggregates()
    for case .values(let question) in program.questions where question.filter != nil {
      _ = answers(.values(question), &evaluator)
    }
    let vacuities = evaluator.vacuityFindings(judged: evaluator.ruleResults(in: program.scenariosUsed))
    let assumptions = evaluator.assumptionFindings()
    let contradictions = evaluator.diagnostics.filter { $0.code == .assumption || $0.code == .cycle }
    diagnostics += contradictions + assumptions + vacuities
  }

  /// The status with which a process that did no more than this ends.
  package var status: ExitStatus { ExitStatus(of: diagnostics) }
}

extension ExitStatus {
  /// Creates the status of what ended with `diagnostics`.
  package init(of diagnostics: [Diagnostic]) {
    self = Self.status(of: diagnostics.filter { $0.severity == .error })
  }

  private static func status(of errors: [Diagnostic]) -> ExitStatus {
    if errors.isEmpty { return .fine }
    if errors.contains(where: { $0.code == .interrupted }) { return .interrupted }
    if errors.contains(where: { $0.code == .limit }) { return .limit }
    if errors.contains(where: { $0.site == .command }) { return .usage }
    if errors.contains(where: { $0.code.isAboutData }) { return .data }
    return errors.allSatisfy { $0.code == .ruleFailed } ? .ruleFailed : .script
  }
}

extension Catalogue {
  /// A finding for each sheet that gives a cell twice with different values.
  var clashFindings: [Diagnostic] {
    sheets.indices.compactMap { sheet in
      let count = clashes(sheet: sheet).count { $0.kind == .clash }
      return count == 0 ? nil : SessionProblem.clashes(count: count).diagnostic(at: .file(sheets[sheet].file))
    }
  }
}

extension Diagnostic.Code {
  /// Whether the fault lies in a file that a script reads, and not in the script.
  fileprivate var isAboutData: Bool {
    let codes: Set<Diagnostic.Code> = [
      .fileNotFound, .fileNotAllowed, .fileUnreadable, .unreadableCells, .sheetEncoding, .sheetEmpty, .sheetHeading,
      .sheetColumn, .sheetPeriod,
    ]
    return codes.contains(self)
  }
}
