import Indicators
import Semantics
import Source

/// What a report needs of cubes.
extension Cube {
  /// Returns the cells at `period`; a cube without periods is returned whole.
  package func at(_ period: Period) -> Cube {
    slice(.period, at: .period(period))
  }

  /// Returns the cells at `member` of `dimension`; a cube without it is returned whole.
  package func at(_ member: Member, of dimension: Dimension) -> Cube {
    slice(dimension, at: .member(member))
  }

  /// Returns the cells of this cube and `other` joined by `apply`, which gives nil where there is no answer.
  package func combined(with other: Cube, _ apply: (Double, Double) -> Double?) -> Cube {
    joined(with: other, apply)
  }

  /// The numbers of the known cells.
  var known: [Double] { (0..<count).compactMap { self[$0] } }

  /// The periods in which any cell is known, or is missing for a reason that must not go unseen, ascending: sources
  /// disagree, a period in between is not there, too little is known.
  package var tellingPeriods: [Period] {
    periods(where: { [.known, .conflict, .gap, .coverage].contains($0) })
  }

  /// The periods in which any cell is known, ascending.
  package var knownPeriods: [Period] {
    periods(where: { $0 == .known })
  }

  private func periods(where accepts: (MissingReason) -> Bool) -> [Period] {
    guard let position = axisIndex(of: .period) else { return [] }
    let axis = axes[position]
    let inner = axes[(position + 1)...].reduce(1) { $0 * $1.labels.count }
    var isKnown = Array(repeating: false, count: axis.labels.count)
    for offset in 0..<count where accepts(reasons[offset]) { isKnown[offset / inner % axis.labels.count] = true }
    return zip(axis.labels, isKnown).compactMap { label, isKnown in
      guard isKnown, case .period(let period) = label else { return nil }
      return period
    }
  }

  /// Returns axes of `dimensions`, in that order, with the labels of all of `cubes`.
  package static func commonAxes(of cubes: [Cube], _ dimensions: [Dimension]) -> [Axis] {
    let axes = cubes.reduce([]) { Alignment.axes($0, $1.axes) }
    return dimensions.map { dimension in axes.first { $0.dimension == dimension } ?? Axis(dimension, []) }
  }

  /// Returns the cube spread over exactly `axes`, which include its own but for their order.
  package func overAxes(_ axes: [Axis]) -> Cube {
    spread(over: axes)
  }
}

extension TextCube {
  /// The periods in which any cell has text, ascending.
  package var tellingPeriods: [Period] {
    Cube(axes: axes, values: cells.map { _ in 1 }, reasons: cells.map { $0.isEmpty ? .notReported : .known })
      .tellingPeriods
  }

  /// Returns the texts at `period`; texts without periods are returned whole.
  package func at(_ period: Period) -> TextCube {
    guard let position = axes.firstIndex(where: { $0.dimension == .period }) else { return self }
    var rest = axes
    let axis = rest.remove(at: position)
    let offsets = Cube(axes: rest, missing: .undefined)
    guard axis.labels.contains(.period(period)) else {
      return TextCube(axes: rest, cells: Array(repeating: [], count: offsets.count))
    }
    let positions = Alignment.positions(of: axes, in: rest + [Axis(.period, [.period(period)])])
    return TextCube(axes: rest, cells: positions.map { $0 < 0 ? [] : cells[Int($0)] })
  }

  /// Returns the texts spread over exactly `axes`.
  package func overAxes(_ axes: [Axis]) -> TextCube {
    let positions = Alignment.positions(of: self.axes, in: axes)
    return TextCube(axes: axes, cells: positions.map { $0 < 0 ? [] : cells[Int($0)] })
  }
}

extension Value {
  /// Numbers as they are, and texts as cells that are known or, where there is no text, not applicable.
  package var presence: Cube {
    switch self {
    case .numbers(let cube): cube
    case .texts(let texts):
      Cube(
        axes: texts.axes, values: Array(repeating: 1, count: texts.cells.count),
        reasons: texts.cells.map { $0.isEmpty ? .notApplicable : .known })
    }
  }
}
