import Units

/// Reads a unit that must be known; the empty text for one that is not, so that a comparison fails.
func unit(_ text: String) -> MeasurementUnit {
  if text.isEmpty { return .one }
  guard case .success(let unit) = UnitTable.standard.parse(text) else {
    return MeasurementUnit(factors: [.init("unread \(text)", .none, size: .identity)])
  }
  return unit
}

extension Result {
  /// The success, or nil.
  var value: Success? { try? get() }
  /// The failure, or nil.
  var problem: Failure? {
    if case .failure(let problem) = self { problem } else { nil }
  }
}
