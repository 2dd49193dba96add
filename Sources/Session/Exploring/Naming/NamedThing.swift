import Indicators
import Semantics
import Source
import Syntax

/// Something that has a name in a session.
struct NamedThing {
  /// What it is.
  let kind: Listing
  /// The name.
  let name: String
  /// The unit of its numbers; empty where there is none.
  let unit: String
  /// Where it comes from: sheets, or the place of a declaration.
  let origin: String
  /// The value's definition, where it is a value.
  let definition: Definition?
  /// Where it is declared.
  let range: SourceRange?
}

extension CheckedState {
  /// Everything that has a name, the kinds in the order of `Listing`, each in the order of the session.
  var namedThings: [NamedThing] {
    func thing(_ kind: Listing, _ definition: Definition, _ range: SourceRange) -> NamedThing {
      NamedThing(
        kind: kind, name: program.name(of: definition),
        unit: program.formula(of: definition)?.type.unitText ?? "", origin: place(of: range), definition: definition,
        range: range)
    }
    let catalogue = sheets.catalogue
    var things: [NamedThing] = []
    for (position, indicator) in program.indicators.enumerated() where indicator.qualifier == nil {
      var files: [String] = []
      for file in indicator.parts.map({ catalogue.sheets[$0.sheet].file }) where !files.contains(file) {
        files.append(file)
      }
      things.append(
        NamedThing(
          kind: .indicators, name: indicator.name, unit: indicator.unit.factors.isEmpty ? "" : indicator.unit.symbol,
          origin: files.joined(separator: "、"), definition: .indicator(position), range: nil))
    }
    things += program.parameters.enumerated().map { thing(.params, .parameter($0.offset), $0.element.range) }
    things += program.aliases.enumerated().filter { !program.isHidden(.alias($0.offset)) }
      .map { thing(.aliases, .alias($0.offset), $0.element.range) }
    things += program.aggregates.enumerated().map { thing(.aggregates, .aggregate($0.offset), $0.element.range) }
    things += program.sets.enumerated().map { thing(.sets, .set($0.offset), $0.element.range) }
    things += program.scenarios.map {
      NamedThing(
        kind: .scenarios, name: $0.id.word, unit: "", origin: place(of: $0.range), definition: nil, range: $0.range)
    }
    things += program.rules.map {
      NamedThing(kind: .rules, name: $0.name, unit: "", origin: place(of: $0.range), definition: nil, range: $0.range)
    }
    things += catalogue.sheets.map {
      NamedThing(kind: .sheets, name: $0.name, unit: "", origin: $0.file, definition: nil, range: nil)
    }
    return things
  }

  /// Returns the file or line and the number of the line in it at which `range` stands.
  private func place(of range: SourceRange) -> String {
    guard let text = texts.first(where: { $0.id == range.source }) else { return "" }
    return text.lineStarts.count == 1 ? text.fileName : "\(text.fileName):\(text.line(at: range.start))"
  }
}

extension ValueType {
  /// The unit as a column shows it; empty where the value is no number, or has none.
  fileprivate var unitText: String {
    if case .number(let unit) = shape, unit != .one { unit.symbol } else { "" }
  }
}
