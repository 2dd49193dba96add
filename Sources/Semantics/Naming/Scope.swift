import Indicators
import Source

/// What a value's name stands for.
enum Entity: Hashable {
  case definition(Definition)
  case dimension(Dimension)
  case truth(Bool)
  case missing
}

/// The names of values: one namespace, without shadowing and without order.
struct Scope {
  /// What a name stands for, and where it was declared.
  private struct Entry {
    let entity: Entity
    let place: SourceRange?
  }

  private var entries = NameMap<Entry>()

  /// Creates a scope that holds the constants and the dimensions of `catalogue`.
  init(catalogue: Catalogue) {
    for (name, entity) in [
      ("true", Entity.truth(true)), ("真", .truth(true)), ("false", .truth(false)), ("假", .truth(false)),
      ("missing", .missing), ("缺失", .missing), ("period", .dimension(.period)), ("时期", .dimension(.period)),
      ("region", .dimension(.region)), ("地区", .dimension(.region)),
    ] {
      declare(name, as: entity, at: nil)
    }
    for sheet in catalogue.sheets {
      for dimension in sheet.dimensions where find(dimension.name) == nil {
        declare(dimension.name, as: .dimension(dimension), at: nil)
      }
    }
  }

  /// Returns what `name` stands for; names compare in NFC.
  func find(_ name: String) -> Entity? {
    entries[name]?.entity
  }

  /// Returns where `name` was declared.
  func place(of name: String) -> Site? {
    entries[name]?.place.map { .script($0) }
  }

  /// Makes `name`, whose stable hash is `hash`, stand for `entity` if it stands for nothing, and returns what it stands for.
  mutating func declareNew(_ name: String, _ hash: UInt32?, as entity: Entity, at place: SourceRange?) -> Entity? {
    entries.setIfNew(name, hash, to: Entry(entity: entity, place: place))?.entity
  }

  /// Makes room for `count` more names.
  mutating func reserve(_ count: Int) { entries.reserve(count) }

  /// Makes `name` stand for `entity`; an earlier meaning is replaced.
  mutating func declare(_ name: String, as entity: Entity, at place: SourceRange?) {
    entries.set(name, to: Entry(entity: entity, place: place))
  }

  /// All names, sorted so that hints do not depend on chance.
  var names: [String] { entries.names.sorted() }
}
