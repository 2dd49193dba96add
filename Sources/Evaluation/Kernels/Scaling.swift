extension Kernels {
  /// Returns each value's place between the worst at 0 and the best at 1; nil where all are equal.
  package static func rangeScaled(_ values: [Double], isLowerBetter: Bool) -> [Double]? {
    guard let low = values.min(), let high = values.max(), !equalAtTwelveDigits(low, high) else { return nil }
    return values.map { (isLowerBetter ? high - $0 : $0 - low) / (high - low) }
  }

  /// Returns how many standard deviations of the sample each value lies above the mean, below it where lower is better;
  /// nil for fewer than two values and where all are equal.
  package static func standardised(_ values: [Double], isLowerBetter: Bool) -> [Double]? {
    guard let low = values.min(), let high = values.max(), !equalAtTwelveDigits(low, high),
      let mean = mean(values), let deviation = standardDeviation(values), deviation > 0
    else { return nil }
    return values.map { (isLowerBetter ? mean - $0 : $0 - mean) / deviation }
  }
}
