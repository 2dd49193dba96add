import Indicators
import Semantics
import Source
import Units

/// Two places that contradict each other about one indicator.
struct Conflict {
  /// The classes of contradiction; the raw value is the word that a relation stores.
  enum Kind: String, CaseIterable {
    case target = "different_target"
    case actual = "different_actual"
    case formula
    /// A printed total is not the sum of its parts.
    case imbalance
    case unit = "different_unit"
    case rounding
    case force = "different_force"
    case owner = "different_owner"
  }

  /// One of the two places.
  struct Side {
    /// What is printed there.
    let text: String
    /// Where.
    let site: Site
    /// The sheet, where the place is in one.
    let sheet: String?
  }

  let kind: Kind
  let name: String
  let period: Period?
  let first: Side
  let second: Side
  /// The second number over the first less 1, in percent.
  let difference: Double?
  let unit: String
}
