import Source

extension LineChart {
  /// Names the periods at which lines have gaps, of those that were asked for; a line for each path.
  func missingNotes(asked: (String) -> Bool) -> [Phrase] {
    series.compactMap { path in
      let gaps = path.values.indices.filter { path.values[$0] == nil && asked(periods[$0]) }
      guard !gaps.isEmpty else { return nil }
      let spans = spans(gaps)
      return Phrase(
        "\(path.name.english) has no value in \(spans.joined(separator: ", "))",
        "\(path.name.chinese)在 \(spans.joined(separator: "、")) 无数值")
    }
  }

  /// Returns positions as periods, those next to each other as one span.
  private func spans(_ positions: [Int]) -> [String] {
    var spans: [ClosedRange<Int>] = []
    for position in positions {
      if let last = spans.last, last.upperBound + 1 == position {
        spans[spans.count - 1] = last.lowerBound...position
      } else {
        spans.append(position...position)
      }
    }
    return spans.map { span in
      span.count == 1 ? periods[span.lowerBound] : "\(periods[span.lowerBound])..\(periods[span.upperBound])"
    }
  }
}
