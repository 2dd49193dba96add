import Reporting
import Semantics
import Source
import Syntax

extension Exploration {
  /// Checks `state`, in which the texts called `asked` ask their questions.
  mutating func check(
    _ state: ExplorationState, hidden: [SessionUnit] = [], asked: Set<SourceID> = []
  ) -> CheckedState {
    let known = Set(state.units.map(\.text.id))
    let units = hidden.filter { !known.contains($0.text.id) } + state.units
    let scripts = units.map { $0.unit(isAsked: asked.contains($0.text.id)) }
    let (table, unitProblems) = declaredUnits(scripts)
    let sheets = shelf.sheets(of: units, table: table, state.input, files)
    let settings = parameterSettings(state.input)
    let checked = Semantics.check(scripts, catalogue: sheets.catalogue, settings: settings.values)
    let declarations = units.flatMap { unit in
      unit.declarations.map {
        EvaluationBasis.Declaration(statement: $0, qualifier: unit.qualifier, lastResult: unit.lastResult)
      }
    }
    let found = findings(
      ofLoading: unitProblems + sheets.diagnostics + settings.problems, ofChecking: checked.diagnostics,
      isIncomplete: sheets.hasFailed)
    return CheckedState(
      program: checked.program, sheets: sheets, texts: units.map(\.text) + settings.texts,
      // What a session declares may be used by the next line.
      diagnostics: found.filter { $0.code != .unusedName },
      basis: EvaluationBasis(
        sheets: sheets.edition, declarations: declarations, settings: state.input.settings.map { [$0.name, $0.value] },
        language: state.input.language),
      provenance: checked.program.reports.isEmpty
        ? nil
        : ProvenanceSource(
          scripts: units.filter { $0.origin == .file }.map(\.text), sheets: sheets.files, settings: state.input.settings
        ))
  }

  /// Reads the values that the command line gives to params.
  private func parameterSettings(
    _ input: SessionInput
  ) -> (values: [ParameterSetting], texts: [SourceText], problems: [Diagnostic]) {
    var loader = ScriptLoader(files: files, firstID: Self.firstSettingID)
    var values: [ParameterSetting] = []
    var problems: [Diagnostic] = []
    for (name, value) in input.settings {
      if let expression = loader.value(value, named: name) {
        values.append(ParameterSetting(name: name, value: expression))
      } else {
        problems.append(SessionProblem.settingUnreadable(name, value).diagnostic(at: .command))
      }
    }
    return (values, loader.texts, problems)
  }

  /// The number from which the texts of settings are numbered, which no line reaches.
  private static let firstSettingID = Int(UInt32.max) - 65_536
}
