/// Why numbers in two units cannot be added, subtracted or compared.
package enum UnitClash: Error, Hashable, Sendable {
  /// They measure different things: 万元 and 人.
  case dimensions
  /// A `%` added to a `%` value: points, or a share of the value?
  case percentPlusPercent
  /// `pp` minus `%`, or `%` compared with `pp`.
  case percentAgainstPoints
  /// `pp` with a plain number.
  case pointsAgainstNumber
}

extension MeasurementUnit {
  /// Returns the unit of `self + other` or `self - other`, and the steps that take each side's numbers there.
  ///
  /// Equal dimensions give the unit on the left. Shares differ from points: `% - %` is `pp`, `% ± pp` and `pp + %` are
  /// `%`, `pp ± pp` is `pp`, and `% + %` is a clash, because it can be read in two ways. A share and a plain number give
  /// the plain number.
  package func sum(
    _ other: MeasurementUnit, subtracting: Bool
  ) -> Result<(unit: MeasurementUnit, factorLeft: Conversion, factorRight: Conversion), UnitClash> {
    if nature == .plain, self == other { return .success((self, .identity, .identity)) }
    guard dimensions == other.dimensions else { return .failure(.dimensions) }
    let result: MeasurementUnit
    switch (nature, other.nature) {
    case (.percentage, .percentage):
      guard subtracting else { return .failure(.percentPlusPercent) }
      result = .points
    case (.points, .percentage):
      guard !subtracting else { return .failure(.percentAgainstPoints) }
      result = other
    case (.points, .plain), (.plain, .points): return .failure(.pointsAgainstNumber)
    case (.percentage, .plain): result = other
    case (.percentage, .points), (.points, .points), (.plain, .percentage), (.plain, .plain): result = self
    }
    let back = result.size.inverted
    return .success((result, step(to: result, back), other.step(to: result, back)))
  }

  /// Returns the steps that take each side's numbers to one unit, that on the left, in which they can be compared.
  package func compare(
    _ other: MeasurementUnit
  ) -> Result<(factorLeft: Conversion, factorRight: Conversion), UnitClash> {
    if self == other { return .success((.identity, .identity)) }
    guard dimensions == other.dimensions else { return .failure(.dimensions) }
    switch (nature, other.nature) {
    case (.percentage, .points), (.points, .percentage): return .failure(.percentAgainstPoints)
    case (.plain, .points), (.points, .plain): return .failure(.pointsAgainstNumber)
    case (.plain, .plain), (.plain, .percentage), (.percentage, .plain), (.percentage, .percentage), (.points, .points):
      return .success((.identity, other.step(to: self, size.inverted)))
    }
  }

  /// The unit of a difference of two numbers in this unit, which for shares is points, and the step that takes the
  /// difference there.
  package var ofDifference: (unit: MeasurementUnit, step: Conversion) {
    guard nature == .percentage else { return (self, .identity) }
    return (.points, step(to: .points, MeasurementUnit.points.size.inverted))
  }

  private func step(to other: MeasurementUnit, _ back: Conversion) -> Conversion {
    self == other ? .identity : size.followed(by: back)
  }
}
