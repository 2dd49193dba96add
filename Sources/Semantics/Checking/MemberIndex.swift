import Indicators
import Source
import Syntax

/// The members that text can name: of each dimension, and of the text columns of targets.
package struct MemberIndex {
  /// The names of members, with those that are one.
  let names: NameTable
  /// The members of each dimension, in the order of the sheets.
  package private(set) var ofDimension: [Dimension: [String]] = [:]
  /// The responsible units.
  package private(set) var owners: [String] = []
  /// The attributes.
  package private(set) var attributes: [String] = []
  /// The groups.
  package private(set) var groups: [String] = []
  private(set) var items: [String] = []
  /// The names of the sheets' indicators; one that several sheets hold stands several times.
  private var sheetIndicators: [String] = []
  private let scripts: [ScriptUnit]
  /// The sheets, by name.
  package private(set) var sheets: [String] = []

  /// Gathers the members of `catalogue` and those that `scripts` name.
  package init(catalogue: Catalogue, scripts: [ScriptUnit]) {
    names = catalogue.names
    self.scripts = scripts
    let names = catalogue.names
    var owners = OrderedNames()
    var attributes = OrderedNames()
    var groups = OrderedNames()
    var items = OrderedNames()
    var indicators: [String] = []
    var elements = OrderedNames()
    for (position, sheet) in catalogue.sheets.enumerated() {
      sheets.append(sheet.name)
      for (index, dimension) in sheet.dimensions.enumerated() {
        // A sheet has each of its members once.
        let members = catalogue.summaries[position].members[index].map { catalogue.names[$0] }
        ofDimension[dimension] = ofDimension[dimension].map { OrderedNames($0 + members).list } ?? members
      }
      for indicator in sheet.indicators { indicators.append(indicator.name) }
      for row in sheet.targets.attributes {
        owners.insert(row.owners.map(names.canonical))
        attributes.insert(row.attribute.map(names.canonical))
        groups.insert(row.group.map(names.canonical))
        items.insert(row.item)
      }
      for indicator in sheet.indicators {
        owners.insert(indicator.attributes.owners.map(names.canonical))
        attributes.insert(indicator.attributes.attribute.map(names.canonical))
        groups.insert(indicator.attributes.group.map(names.canonical))
      }
    }
    for sheet in catalogue.sheets {
      for row in sheet.indicators.map(\.attributes) {
        owners.insert(row.owners.map(names.canonical))
        attributes.insert(row.attribute.map(names.canonical))
        groups.insert(row.group.map(names.canonical))
      }
    }
    sheetIndicators = indicators
    for stated in StatedAttributes.gathered(from: scripts) {
      owners.insert(stated.owners.map { names.canonical($0) })
      attributes.insert(stated.attribute)
      groups.insert(stated.group)
    }
    for script in scripts where script.syntax.has(.set) {
      for statement in script.syntax.statements(of: .alias, .aggregate, .set) {
        if case .set(let set) = statement.form {
          elements.insert(set.memberNames ?? indicators)
        } else if let name = statement.form.declaredName {
          indicators.append(name.text)
        }
      }
    }
    if !elements.list.isEmpty { ofDimension[.indicator] = elements.list.map(names.canonical) }
    self.owners = owners.list
    self.attributes = attributes.list
    self.groups = groups.list
    self.items = items.list
  }

  /// The names of aliases and aggregates; one that is declared twice stands twice.
  private var declaredNames: [String] {
    scripts.flatMap { $0.syntax.statements(of: .alias, .aggregate).compactMap(\.form.declaredName?.text) }
  }

  /// Adds `name` to the members of `dimension`.
  mutating func insert(_ name: String, into dimension: Dimension) {
    var names = OrderedNames(ofDimension[dimension] ?? [])
    names.insert(name)
    ofDimension[dimension] = names.list
  }

  /// Whether `name` is a member of a dimension, or a text of targets, under any of its names.
  func isMember(_ name: String) -> Bool {
    let name = names.canonical(name)
    return ofDimension.values.contains { $0.contains(name) }
      || [owners, attributes, groups, items].contains { $0.contains(name) }
  }

  /// Returns the words of `vocabulary`, or nil where any text will do.
  func words(of vocabulary: Vocabulary) -> [String]? {
    switch vocabulary {
    case .free: nil
    case .dimension(let dimension): ofDimension[dimension] ?? []
    case .owners: owners
    case .attributes: attributes
    case .groups: groups
    case .items: items
    case .indicators: OrderedNames(sheetIndicators + declaredNames).list
    case .sheets: sheets
    case .scenarios: nil
    case .fixed(let list): list.words.map(\.english)
    case .ordered(let words): words
    }
  }
}

extension SetSyntax {
  /// The names of the members that the set lists; nil where a condition chooses them.
  fileprivate var memberNames: [String]? {
    if case .elements(let elements) = form { elements.map(\.path.text) } else { nil }
  }
}

/// Names, each once, in order of first appearance.
struct OrderedNames {
  private(set) var list: [String]
  private var seen: Set<String>

  init(_ names: [String] = []) {
    list = []
    seen = []
    insert(names)
  }

  mutating func insert(_ name: String?) {
    if let name, seen.insert(name).inserted { list.append(name) }
  }

  mutating func insert(_ names: [String]) {
    for name in names { insert(name) }
  }
}
