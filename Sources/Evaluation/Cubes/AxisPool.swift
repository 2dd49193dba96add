import Indicators

/// Axes of cubes, each kept once, so that those of two cubes compare by where they lie and not label by label.
struct AxisPool: Sendable {
  private var axes: [Axis] = []

  /// How many axes are kept; indicators hardly differ in more.
  private static let mostAxes = 64

  /// Returns `cube` with the axes that are kept, to which its own are added where they are new.
  mutating func shared(_ cube: Cube) -> Cube {
    let own = cube.axes.map { axis in
      if let known = axes.first(where: { $0 == axis }) { return known }
      if axes.count < Self.mostAxes { axes.append(axis) }
      return axis
    }
    return Cube(axes: own, values: cube.values, reasons: cube.reasons)
  }
}
