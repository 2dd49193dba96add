import Indicators
import Semantics
import Source
import Syntax
import Units

/// The names that a session's lines may use, for completing what is typed.
struct KnownNames: Sendable {
  /// Indicators, aliases, aggregates, params, sets, dimensions.
  var values: [String] = []
  /// The scenarios.
  var scenarios: [String] = []
  /// The members of each dimension, by its name, and the texts of targets, by the column's.
  var members: [(of: [String], names: [String])] = []
  /// The relations, in both languages.
  var relations: [Phrase] = Relation.allCases.map(\.name)
  /// The units.
  var units: UnitTable
  /// The language of the session.
  var language = Language.english

  /// Gathers the names of `checked`, of which `units` are the texts.
  init(_ checked: CheckedState, _ units: [ScriptUnit], _ language: Language) {
    let program = checked.program
    self.language = language
    self.units = checked.sheets.catalogue.units
    values = program.definitions.filter { !program.isHidden($0) }.map { program.name(of: $0) }
    scenarios = program.scenarios.map(\.id.word)
    let index = MemberIndex(catalogue: checked.sheets.catalogue, scripts: units)
    for sheet in checked.sheets.catalogue.sheets {
      for dimension in sheet.dimensions where !members.contains(where: { $0.of[0] == dimension.name }) {
        let names = dimension == .region ? [dimension.name, "地区"] : [dimension.name]
        members.append((names, index.ofDimension[dimension] ?? []))
      }
    }
    values += members.map(\.of[0])
    members.append((["owner", "责任单位"], index.owners))
    members.append((["attribute", "指标属性"], index.attributes))
    members.append((["group", "类别"], index.groups))
  }
}
