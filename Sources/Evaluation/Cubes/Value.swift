import Indicators

/// What an expression comes to.
package enum Value: Sendable {
  /// Numbers, periods or truth values.
  case numbers(Cube)
  /// Text.
  case texts(TextCube)
}

/// Texts over named dimensions; a cell with several, such as responsible units, holds each.
package struct TextCube: Sendable {
  /// The axes, the slowest first.
  package let axes: [Axis]
  /// The texts of each cell; none where it is missing.
  package let cells: [[String]]

  /// Creates a cube of texts; `cells` has as many elements as the axes span.
  package init(axes: [Axis], cells: [[String]]) {
    precondition(cells.count == axes.reduce(1) { $0 * $1.labels.count })
    self.axes = axes
    self.cells = cells
  }

  /// Returns whether any text of a cell is any text of the cell of `other` that meets it.
  ///
  /// A cell without text is unknown, unless it matches nothing.
  func matches(_ other: TextCube, emptyMatchesNothing: Bool = false) -> Cube {
    let alignment = Alignment(axes, other.axes)
    var result = Cube(axes: alignment.axes, missing: .notReported)
    for offset in 0..<result.count {
      let first = alignment.left.map { Int($0[offset]) } ?? offset
      let second = alignment.right.map { Int($0[offset]) } ?? offset
      guard first >= 0, second >= 0 else { continue }
      guard emptyMatchesNothing || (!cells[first].isEmpty && !other.cells[second].isEmpty) else { continue }
      result.values[offset] = Double(cells[first].contains { other.cells[second].contains($0) })
      result.reasons[offset] = .known
    }
    return result
  }
}

extension Period {
  /// The period as a number that orders like the period: months since the year 0, then the shorter period first.
  package var code: Double {
    let months = (Int(ordinal) + 1) * (12 / frequency.perYear)
    return Double(months * 16 + frequency.perYear)
  }

  /// Creates the period whose `code` is `code`.
  package init?(code: Double) {
    guard let code = Int(exactly: code), code >= 0, let raw = UInt8(exactly: code % 16) else { return nil }
    guard let frequency = Frequency(rawValue: raw) else { return nil }
    self.init(frequency: frequency, ordinal: Int32(clamping: code / 16 / (12 / frequency.perYear) - 1))
  }
}
