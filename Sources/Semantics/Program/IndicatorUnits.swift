import Units

/// The unit of each indicator of a set whose members share none.
package struct IndicatorUnits: Hashable, Sendable {
  /// The indicators, in the order of the set.
  package let names: [String]
  /// The unit of each.
  package let units: [MeasurementUnit]

  /// Creates the units of `names`; there are as many `units`.
  init(names: [String], units: [MeasurementUnit]) {
    self.names = names
    self.units = units
  }

  /// Returns the unit of the indicator called `name`, if it is one of them.
  package subscript(name: String) -> MeasurementUnit? {
    names.firstIndex(of: name).map { units[$0] }
  }

  /// Returns the units changed by `change`.
  func mapped(_ change: (MeasurementUnit) -> MeasurementUnit) -> IndicatorUnits {
    IndicatorUnits(names: names, units: units.map(change))
  }
}

extension ValueType.Shape {
  /// Returns numbers in units changed by `change`; what has no unit stays what it is.
  func mapUnits(_ change: (MeasurementUnit) -> MeasurementUnit) -> ValueType.Shape {
    switch self {
    case .number(let unit): .number(change(unit))
    case .several(let units): .several(units.mapped(change))
    case .flexible, .mixed, .truth, .text, .period, .invalid: self
    }
  }

  /// The shape of a difference of two values of this shape, as far as its numbers stay the same: percentages differ in
  /// percentage points, and parts per thousand in their own unit, for 3‰ are no 3 points.
  var ofDifference: ValueType.Shape {
    mapUnits { $0.ofDifference.step.isIdentity ? $0.ofDifference.unit : $0 }
  }
}

extension ValueType {
  /// The units of the indicators, where each has its own.
  package var indicatorUnits: IndicatorUnits? {
    if case .several(let units) = shape { units } else { nil }
  }

  /// Returns the type of the cells of the indicator called `name`: numbers in its own unit.
  package func ofIndicator(_ name: String?) -> ValueType {
    guard case .several(let units) = shape, let unit = name.flatMap({ units[$0] }) else { return self }
    return ValueType(.number(unit), frequency: frequency, isPrinted: isPrinted, kind: kind)
  }
}
