import Indicators
import Semantics

/// A definition's values in a scenario, with where each cell comes from.
struct OverlaidCube: Sendable {
  /// Where a cell comes from.
  enum Source: Hashable, Sendable {
    /// The root's observation, what is asked of it, or the formula.
    case base
    /// The last earlier cell, since no assumption covers it.
    case held
    /// An assumption's stretch.
    case assumed(Stretch)
  }

  /// One stretch of an assumption, by their positions among the definition's assumptions and the assumption's stretches.
  struct Stretch: Hashable, Sendable {
    let position: Int
    let course: Int
  }

  /// The values.
  var cube: Cube
  /// Where each cell comes from, or with samples each row of them; what follows counts them the same way.
  var sources: CellSources
  /// The labels of the first periods, where they are left out since nobody looks at them and no assumption covers them.
  var leftOut: [Label] = []
  /// What shifts each cell that is shifted, in the order in which it is done.
  var shifts: [Int: [Stretch]] = [:]
  /// What the cells that are shifted were before.
  var unshifted: [Int: Double] = [:]
  /// The cells that an assumption covers although the root has a value there.
  var replaced: [Int] = []
  /// The cells that are sums of others, each with the cells of its parts.
  var rolled: [Int: [Int]] = [:]
  /// The cells at which a bound stopped a path.
  var stopped: [Int] = []
  /// The cells at which the end of the indicator's range stopped a path.
  var stoppedByRange: [Int] = []
  /// The cells that two assumptions of one scenario cover, with the positions of the two.
  var clashes: [(offset: Int, first: Int, second: Int)] = []
}
