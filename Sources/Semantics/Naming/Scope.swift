import Indicators
import Source
import Syntax

/// What a value's name stands for.
///
/// Few names stand for dimensions, which are kept in boxes, so that what all others stand for is short.
enum Entity: Hashable {
  case definition(Definition)
  indirect case dimension(Dimension)
  case truth(Bool)
  case missing
}

/// The names of values: one namespace, without shadowing and without order.
struct Scope {
  private var entities = NameMap<Entity>()
  /// Where each name was declared, in the order of the names.
  private var places: [SourceRange?] = []

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
  func find(_ name: String) -> Entity? { entities[name] }

  /// Returns what `name`, whose stable hash is `hash`, stands for.
  func find(_ name: String, _ hash: UInt32?) -> Entity? { entities[name, hash] }

  /// Returns what each of `names` stands for.
  func find(_ names: ArraySlice<NameSyntax>) -> [Entity?] { entities.values(of: names) }

  /// Returns where `name` was declared.
  func place(of name: String) -> Site? {
    entities.index(of: name).flatMap { places[$0] }.map { .script($0) }
  }

  /// Makes `name`, whose stable hash is `hash`, stand for `entity` if it stands for nothing, and returns what it stands for.
  mutating func declareNew(_ name: String, _ hash: UInt32?, as entity: Entity, at place: SourceRange?) -> Entity? {
    if let known = entities.setIfNew(name, hash, to: entity) { return known }
    places.append(place)
    return nil
  }

  /// Enters as many new names as `counts` says of each part, which workers name side by side with their places.
  ///
  /// Returns false, and enters none, where a name stands for something, is there twice, or has no stable hash.
  mutating func declareNew(
    _ counts: [Int], _ workers: Workers,
    _ names: @escaping @Sendable (_ part: Int, _ output: inout OutputSpan<NameMap<Entity>.Entry>) -> Void,
    places: @escaping @Sendable (_ part: Int, _ output: inout OutputSpan<SourceRange?>) -> Void
  ) -> Bool {
    guard entities.addNew(counts, workers, names) else { return false }
    let old = self.places
    self.places = workers.fill([old.count] + counts) { part, output in
      if part > 0 { return places(part - 1, &output) }
      for place in old { output.append(place) }
    }
    return true
  }

  /// Makes room for `count` more names.
  mutating func reserve(_ count: Int) {
    entities.reserve(count)
    places.reserveCapacity(places.count + count)
  }

  /// Makes the names of the dimension along which sets run stand for it, where they stand for nothing.
  mutating func declareSetDimension() {
    for name in [Dimension.indicator.name, "指标"] where find(name) == nil {
      declare(name, as: .dimension(.indicator), at: nil)
    }
  }

  /// Makes `name` stand for `entity`; an earlier meaning is replaced.
  mutating func declare(_ name: String, as entity: Entity, at place: SourceRange?) {
    if let index = entities.index(of: name) {
      places[index] = place
      entities.set(name, to: entity)
    } else {
      _ = declareNew(name, name.stableHash, as: entity, at: place)
    }
  }

  /// All names, sorted so that hints do not depend on chance.
  var names: [String] { entities.names.sorted() }
}
