extension MeasurementUnit {
  /// Returns the step that turns numbers in this unit into numbers in `other`.
  ///
  /// Nil where the two measure different things. `%` converts to a plain number and back; `pp` only to `pp`.
  package func factor(to other: MeasurementUnit) -> Conversion? {
    if self == other { return .identity }
    guard (nature == .points) == (other.nature == .points), dimensions == other.dimensions else { return nil }
    return size.followed(by: other.size.inverted)
  }

  /// Returns the unit of a product, and the step that its numbers still need.
  ///
  /// A factor above the fraction bar cancels one below it that measures the same, and the ratio of their sizes goes into
  /// the step: 万元/人 × 万人 is 万元 with the step 10,000. Shares and other dimensionless factors go into the step where
  /// anything else remains (% × 元 is 元, % × % a plain number), except over time alone (`%/年`).
  package func product(_ other: MeasurementUnit) -> (unit: MeasurementUnit, factor: Conversion) {
    other.factorCount == 0 ? (self, .identity) : combined(with: other.factors)
  }

  /// Returns the unit of a quotient, and the step that its numbers still need, as `product` does.
  package func quotient(_ other: MeasurementUnit) -> (unit: MeasurementUnit, factor: Conversion) {
    // What is divided by its like leaves a plain number.
    if self == other { return (.one, .identity) }
    if other.factorCount == 0 { return (self, .identity) }
    return combined(with: other.factors.map { $0.with(exponent: -$0.exponent) })
  }

  /// Returns the unit of a number taken to the power `exponent`, and the step that its numbers still need.
  package func power(_ exponent: Int) -> (unit: MeasurementUnit, factor: Conversion) {
    if exponent == 0 { return (.one, .identity) }
    if exponent == 1 { return (self, .identity) }
    let raised = factors.map { $0.with(exponent: boundedExponent(0, plus: $0.exponent, times: exponent)) }
    return UnitCombination(raised).finished()
  }

  private func combined(with added: [Factor]) -> (unit: MeasurementUnit, factor: Conversion) {
    if factors.isEmpty { return UnitCombination(added).finished() }
    var combination = UnitCombination(factors.filter { !$0.isPlainCount })
    combination.multiply(by: added.filter { !$0.isPlainCount })
    return combination.finished()
  }
}

extension MeasurementUnit.Factor {
  /// Whether it is 倍: a word for a plain number, which leaves no trace in a product.
  fileprivate var isPlainCount: Bool { dimension.isNone && size.isIdentity && nature == .plain }

  fileprivate var isTime: Bool { dimension.exponents.count == 1 && dimension.exponents[MeasuredUnits.second] != nil }
}

/// The factors of a product while it is made, and the step that cancelling has left over.
private struct UnitCombination {
  private var factors: [MeasurementUnit.Factor]
  private var step = Conversion.identity

  init(_ factors: [MeasurementUnit.Factor]) {
    self.factors = factors
  }

  /// Takes up the factors of the other operand; equal names merge, and the two sides of the fraction bar cancel.
  ///
  /// Where one operand measures nothing, the other stays as it is written: 人/万人 × % is 人/万人.
  mutating func multiply(by added: [MeasurementUnit.Factor]) {
    let leftMeasures = factors.contains { !$0.dimension.isNone }
    let rightMeasures = added.contains { !$0.dimension.isNone }
    guard leftMeasures && rightMeasures else {
      let bare = rightMeasures ? factors : added
      if rightMeasures { factors = added }
      for factor in bare { merge(factor) }
      return
    }
    for factor in added { merge(factor) }
    var index = 0
    while index < factors.count {
      if let opposite = factors.indices.first(where: { $0 > index && cancels(factors[index], factors[$0]) }) {
        cancel(factors.remove(at: opposite), with: index)
      } else {
        index += 1
      }
    }
  }

  private mutating func merge(_ factor: MeasurementUnit.Factor) {
    let same = factors.firstIndex { $0.name == factor.name && cancels($0, factor) }
    if let index = same ?? factors.firstIndex(where: { cancels($0, factor) }) {
      cancel(factor, with: index)
    } else if let index = factors.firstIndex(where: { $0.name == factor.name }) {
      let sum = boundedExponent(factors[index].exponent, plus: factor.exponent, times: 1)
      factors[index] = factor.with(exponent: sum)
    } else {
      factors.append(factor)
    }
  }

  private func cancels(_ first: MeasurementUnit.Factor, _ second: MeasurementUnit.Factor) -> Bool {
    first.dimension == second.dimension && (first.exponent < 0) != (second.exponent < 0)
  }

  /// Cancels `factor` against the one at `index` of opposite sign; what remains is of the one with the larger exponent.
  private mutating func cancel(_ factor: MeasurementUnit.Factor, with index: Int) {
    let kept = factors[index]
    let rest = kept.exponent + factor.exponent
    let common = kept.exponent.magnitude < factor.exponent.magnitude ? -kept.exponent : factor.exponent
    step = step.followed(by: factor.size.followed(by: kept.size.inverted).repeated(common))
    if rest == 0 {
      factors.remove(at: index)
    } else {
      let survivor = (rest < 0) == (kept.exponent < 0) ? kept : factor
      factors[index] = survivor.with(exponent: rest)
    }
  }

  /// Returns the unit, its numerator first, with the dimensionless factors that say nothing in it moved to the step.
  func finished() -> (unit: MeasurementUnit, factor: Conversion) {
    let bare = factors.filter { $0.dimension.isNone }
    let measured = factors.filter { !$0.dimension.isNone }
    let perTime = measured.allSatisfy { $0.isTime && $0.exponent < 0 }
    var kept: MeasurementUnit.Factor?
    if perTime {
      let points = bare.filter { $0.nature == .points && $0.exponent == 1 }
      kept = points.count == 1 ? points.first : bare.count == 1 && bare[0].exponent == 1 ? bare[0] : nil
    }
    var step = step
    for factor in bare where factor != kept { step = step.followed(by: factor.size.repeated(factor.exponent)) }
    let all = (kept.map { [$0] } ?? []) + measured
    return (MeasurementUnit(factors: all.filter { $0.exponent > 0 } + all.filter { $0.exponent < 0 }), step)
  }
}
