import Evaluation
import Indicators
import Semantics
import Units

extension Evaluator {
  /// Returns `cube`, differences of numbers of `type`, in the unit of a difference: those of ‰ become points.
  func inUnitsOfDifference(_ cube: Cube, of type: ValueType) -> Cube {
    guard type.indicatorUnits != nil, let axis = cube.axisIndex(of: .indicator) else {
      return cube.converted { _ in type.unit.ofDifference.step }
    }
    return cube.converted { point in type.ofIndicator(text(point[axis].label)).unit.ofDifference.step }
  }
}

extension Cube {
  /// Returns the cells, each converted by the step for its place.
  fileprivate func converted(_ step: ([(dimension: Dimension, label: Label)]) -> Conversion) -> Cube {
    var result = self
    for offset in 0..<count where reasons[offset] == .known {
      result.values[offset] = step(point(at: offset))(values[offset])
    }
    return result
  }
}
