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
  private var entities: [String: Entity] = [:]
  private var places: [String: Site] = [:]

  /// Creates a scope that holds the constants and the dimensions of `catalogue`.
  init(catalogue: Catalogue) {
    for (name, entity) in [
      ("true", Entity.truth(true)), ("真", .truth(true)), ("false", .truth(false)), ("假", .truth(false)),
      ("missing", .missing), ("缺失", .missing), ("period", .dimension(.period)), ("时期", .dimension(.period)),
      ("region", .dimension(.region)), ("地区", .dimension(.region)),
    ] {
      entities[name] = entity
    }
    for sheet in catalogue.sheets {
      for dimension in sheet.dimensions where entities[dimension.name] == nil {
        entities[dimension.name] = .dimension(dimension)
      }
    }
  }

  /// Returns what `name` stands for; names compare in NFC.
  func find(_ name: String) -> Entity? {
    entities[name]
  }

  /// Returns where `name` was declared.
  func place(of name: String) -> Site? {
    places[name]
  }

  /// Makes `name` stand for `entity`; an earlier meaning is replaced.
  mutating func declare(_ name: String, as entity: Entity, at place: Site?) {
    entities[name] = entity
    places[name] = place
  }

  /// All names, sorted so that hints do not depend on chance.
  var names: [String] { entities.keys.sorted() }
}
