import Indicators
import Source

/// What a value of a scenario rests on beside the data.
package struct Footing: OptionSet, Hashable, Sendable {
  /// The parts, one bit each.
  package let rawValue: UInt8

  /// Creates a footing of parts.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A value that no assumption covers, and that is held at the last known one.
  package static let held = Footing(rawValue: 1)
  /// A value that an assumption covers.
  package static let covered = Footing(rawValue: 2)
  /// A value that a sheet calls provisional.
  package static let provisional = Footing(rawValue: 8)
  /// An assumption, be it only because a value that it covers is held afterwards.
  package static let assumed = Footing(rawValue: 4)

  /// Whether the value stands where it stands only because it is held.
  package var isHeld: Bool { contains(.held) && !contains(.covered) }

  /// What stands in brackets behind such a value in a sentence; nil for the figure as it is.
  package var remark: Phrase? {
    isHeld
      ? Phrase(" (held)", "（沿用）") : contains(.provisional) ? Phrase(" (provisional)", "（初步数）") : nil
  }

  /// The word of the relation `targets`: `data`, `held` or `assumption`.
  package var word: String { contains(.assumed) ? "assumption" : contains(.held) ? "held" : "data" }
}

/// What each cell of a value rests on, over the value's axes or over those of them along which it differs.
package struct Footings: Sendable {
  /// The parts of each cell as a number; a missing cell rests on the data alone.
  private let cube: Cube

  /// Creates the footings that `cube` holds as numbers.
  init(_ cube: Cube) { self.cube = cube }

  /// Returns what the cells at `period` rest on.
  package func at(_ period: Period) -> Footings { Footings(cube.at(period)) }

  /// Returns the footings spread over exactly `axes`.
  package func overAxes(_ axes: [Axis]) -> Footings {
    let own = cube.axes.filter { axis in axes.contains { $0.dimension == axis.dimension } }
    return Footings(own.count == cube.axes.count ? cube.spread(over: axes) : Cube(0))
  }

  /// Returns what the cell at `offset` rests on; a value without axes is the same everywhere.
  package subscript(offset: Int) -> Footing {
    cube.axes.isEmpty ? cube.footing(at: 0) : cube.footing(at: offset)
  }
}

extension Cube {
  /// Creates a cube of footings.
  init(axes: [Axis], footings: [Footing]) {
    self.init(
      axes: axes, values: footings.map { Double($0.rawValue) },
      reasons: Array(repeating: .known, count: footings.count))
  }

  /// Returns the footing that the cell at `offset` holds.
  func footing(at offset: Int) -> Footing {
    reasons[offset] == .known ? Footing(rawValue: UInt8(values[offset])) : []
  }

  /// Returns footings of what rests on this and on `other`.
  func joinedFootings(_ other: Cube) -> Cube {
    func parts(_ cell: (value: Double, reason: MissingReason)) -> UInt8 {
      cell.reason == .known ? UInt8(cell.value) : 0
    }
    return meeting(other) { (Double(parts($0) | parts($1)), .known) }
  }
}
