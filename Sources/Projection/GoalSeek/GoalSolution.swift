import Indicators
import Semantics

/// What a goal seek found.
package struct GoalSolution: Sendable {
  /// How it ended.
  package enum Status: Sendable {
    /// The condition holds as things stand.
    case metAlready
    /// The params were moved to where it holds.
    case solved
    /// It holds nowhere in the ranges.
    case impossible
    /// It is nowhere known whether it holds, and why.
    case unknown(MissingReason)
  }

  /// A param that was moved.
  package struct Mover: Sendable {
    /// Which end of its range holds a param back.
    package enum End: Sendable {
      case lower, upper
    }

    /// The position of the param.
    package let parameter: Int
    /// Its value in the scenario as it stands.
    package let present: Double
    /// The value found: the solution, or where the condition comes nearest to holding.
    package var value: Double
    /// How many digits after the point the value needs.
    package var decimals: Int
    /// The values between which it was sought.
    package let range: ClosedRange<Double>
    /// Whether nobody stated that range.
    package let isRangeAssumed: Bool
    /// The end of the range at which it stands, where the condition cannot be met.
    package var binding: End?
  }

  /// One side of a comparison.
  package struct Side: Sendable {
    /// What is computed.
    package let expression: CheckedExpression
    /// Its value as things stand, or why there is none.
    package let present: (value: Double?, reason: MissingReason)
    /// Its value at the solution.
    package let reached: (value: Double?, reason: MissingReason)
    /// By how much it changes with one unit of each param there; nil where it jumps.
    package let slopes: [Double?]
  }

  /// What must be known beside the numbers.
  package enum Remark: Sendable {
    /// The condition holds from one value to another of the one param.
    case holds(from: Double, to: Double, decimals: Int)
    /// The numbers jump at the solution.
    case jumps
    /// Nothing that is compared moves with the params.
    case flat
    /// The condition is unknown from one value to another, and why.
    case unknown(from: Double, to: Double, MissingReason)
    /// The condition holds in several stretches.
    case stretches(Int)
    /// The two sides meet at several places.
    case places(Int)
    /// Params were moved one after the other, since the way to the smallest change did not show.
    case orderGiven
    /// So many choices all over the ranges were looked at.
    case scanned(Int)
    /// The present value of a param lies outside its range.
    case presentOutside(parameter: Int)
    /// Values are found to within so much of the range, since samples move in steps.
    case tolerance(share: Double)
  }

  /// How it ended.
  package let status: Status
  /// The params, in the order of the question.
  package let movers: [Mover]
  /// What is compared, in written order.
  package let comparisons: [(left: Side, right: Side)]
  /// What must be known.
  package let remarks: [Remark]
  /// How many choices of the params were computed.
  package let evaluations: Int
}
