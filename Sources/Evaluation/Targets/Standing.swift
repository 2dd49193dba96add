import Indicators
import Source

/// How a target stands as of a period, judged before its deadline by the time gone.
struct Standing: Sendable {
  /// The value against the number asked, in percent.
  var share: Double?
  /// How much of the time to the deadline has gone since the year, or the deadline's period, began, in percent.
  var elapsed: Double?
  /// The share less what has elapsed, in percentage points.
  var ahead: Double?
  /// What the same months made of the whole a year before, in percent.
  var pace: Double?
  /// What each remaining period must add to reach the number asked.
  var need: Double?
  /// Red, yellow or green; none for what is not judged.
  var light: Light?

  /// A difference of share and time below this many percentage points, which prints as 0.0, is none.
  static let tolerance = 0.05
}

/// The light of a target, by how much of what is due has been reached.
package enum Light: String, CaseIterable, Sendable {
  case red, yellow, green

  /// The percentage from which the light shines.
  package var bound: Double {
    switch self {
    case .red: 0
    case .yellow: 90
    case .green: 100
    }
  }

  /// Creates the light of what has reached `share` percent of what is due.
  init(share: Double) {
    self = Self.allCases[bandPosition(of: share, bounds: Self.allCases.map(\.bound))]
  }
}

/// Returns the position of the last of `bounds`, which ascend, that `value` reaches as decimals of twelve digits; the first
/// where it reaches none.
func bandPosition(of value: Double, bounds: [Double]) -> Int {
  bounds.lastIndex { compareAtTwelveDigits(value, $0) >= 0 } ?? 0
}
