import Indicators
import Source
import Units

/// The indicators of all sheets by name, with the names that a script says are one thing.
struct IndicatorMerging {
  /// One indicator of one sheet.
  struct Place: Hashable {
    let sheet: Int
    let index: Int
  }

  /// The places of each name, in the order of the sheets.
  private(set) var places: [String: [Place]] = [:]
  /// The names in order of first appearance.
  private(set) var names: [String] = []
  /// The name that stands for each name that is the same as another.
  private var canonical: [String: String] = [:]

  /// Gathers the indicators of `catalogue`.
  init(catalogue: Catalogue) {
    for (sheetIndex, sheet) in catalogue.sheets.enumerated() {
      for (index, indicator) in sheet.indicators.enumerated() {
        if places[indicator.name] == nil { names.append(indicator.name) }
        places[indicator.name, default: []].append(Place(sheet: sheetIndex, index: index))
      }
    }
  }

  /// Says that `first` and `second`, which are names of indicators, are one thing.
  mutating func unite(_ first: String, _ second: String) {
    let (first, second) = (representative(of: first), representative(of: second))
    guard first != second else { return }
    canonical[second] = first
    places[first, default: []] += places[second] ?? []
    places[first]?.sort { ($0.sheet, $0.index) < ($1.sheet, $1.index) }
    places[second] = nil
  }

  /// Returns the name that stands for `name` and all that is the same.
  func representative(of name: String) -> String {
    var name = name
    while let next = canonical[name] { name = next }
    return name
  }

  /// Returns the places of `name` and of all that is the same, in the order of the sheets.
  func places(of name: String) -> [Place] {
    places[representative(of: name)] ?? []
  }
}
