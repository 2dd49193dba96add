import Indicators

extension ClosedRange<Period> {
  /// The period, or the first and the last as a script writes them.
  var words: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)..\(upperBound)" }
}
