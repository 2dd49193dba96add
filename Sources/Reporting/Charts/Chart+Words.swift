import Source

/// What pictures show, in words.
///
/// A sentence names at most `mostNamed` things; a reader who wants all of them has the table.
private let mostNamed = 8

extension LineChart {
  /// Says from what to what each path goes.
  var words: Phrase {
    let labels = ValueLabels(for: series.flatMap { $0.values + $0.bands.flatMap { $0.low + $0.high } }, unit: unit)
    let parts = series.prefix(mostNamed).map { path -> Phrase in
      guard let first = path.values.firstIndex(where: { $0 != nil }), let start = path.values[first],
        let last = path.values.lastIndex(where: { $0 != nil }), let end = path.values[last]
      else { return Phrase("\(path.name.english) is missing", "\(path.name.chinese)缺失") }
      let (from, to) = (labels.text(start), labels.text(end) + unitSuffix(unit))
      var band = Phrase(same: "")
      if let widest = path.bands.first, let low = widest.low[last], let high = widest.high[last], low < high {
        let share = "\(Int((widest.share * 100).rounded()))%"
        band = Phrase(
          " (\(share) of samples from \(labels.text(low)) to \(labels.text(high)))",
          "（\(share) 的样本在 \(labels.text(low)) 至 \(labels.text(high)) 之间）")
      }
      if first == last {
        return Phrase(
          "\(path.name.english) is \(to) in \(periods[last])", "\(path.name.chinese) \(periods[last]) 为 \(to)")
      }
      return Phrase(
        "\(path.name.english) \(verb(start, end).english) from \(from) in \(periods[first]) to \(to) in \(periods[last])"
          + band.english,
        "\(path.name.chinese)由 \(periods[first]) 的 \(from) \(verb(start, end).chinese) \(periods[last]) 的 \(to)"
          + band.chinese)
    }
    return sentence(Phrase("lines", "折线图"), parts)
  }
}

extension ColumnChart {
  /// Says which category is greatest and which least in each series.
  var words: Phrase {
    let labels = ValueLabels(for: series.flatMap(\.values), unit: unit)
    let parts = series.prefix(mostNamed).map { column -> Phrase in
      let known = column.values.indices.filter { column.values[$0] != nil }
      func value(_ place: Int) -> Double { column.values[place] ?? 0 }
      func shown(_ place: Int) -> String { labels.text(value(place)) + unitSuffix(unit) }
      guard let top = known.max(by: { value($0) < value($1) }), let bottom = known.min(by: { value($0) < value($1) })
      else { return Phrase("\(column.name.english) is missing", "\(column.name.chinese)缺失") }
      if known.count == 1 {
        return Phrase(
          "\(column.name.english): \(categories[top].english) \(shown(top))",
          "\(column.name.chinese)：\(categories[top].chinese) \(shown(top))")
      }
      return Phrase(
        "\(column.name.english): most \(categories[top].english) \(shown(top)), "
          + "least \(categories[bottom].english) \(shown(bottom))",
        "\(column.name.chinese)：最高 \(categories[top].chinese) \(shown(top))，"
          + "最低 \(categories[bottom].chinese) \(shown(bottom))")
    }
    return sentence(Phrase("columns", "柱形图"), parts)
  }
}

extension BulletChart {
  /// Says of each row its value, what is asked and what was a year before.
  var words: Phrase {
    let parts = rows.prefix(mostNamed).map { row -> Phrase in
      let labels = ValueLabels(for: [row.value, row.target, row.previous], unit: row.unit)
      func shown(_ value: Double?) -> Phrase {
        value.map { Phrase(same: labels.text($0) + unitSuffix(row.unit)) } ?? Phrase("missing", "缺失")
      }
      var text = Phrase(
        "\(row.name.english) \(shown(row.value).english)", "\(row.name.chinese) \(shown(row.value).chinese)")
      if row.target != nil {
        text = Phrase(
          "\(text.english), asked \(shown(row.target).english)", "\(text.chinese)，目标 \(shown(row.target).chinese)")
      }
      if row.previous != nil {
        text = Phrase(
          "\(text.english), a year before \(shown(row.previous).english)",
          "\(text.chinese)，上年 \(shown(row.previous).chinese)")
      }
      return text
    }
    return sentence(Phrase("bars against targets", "子弹图"), parts)
  }
}

extension SlopeChart {
  /// Says how many lines rise and fall, and which changes most.
  var words: Phrase {
    let labels = ValueLabels(for: rows.flatMap { [$0.left, $0.right] }, unit: unit)
    let changes = rows.compactMap { row -> (row: Row, left: Double, right: Double)? in
      guard let left = row.left, let right = row.right else { return nil }
      return (row, left, right)
    }
    let (rising, falling) = (changes.count { $0.left < $0.right }, changes.count { $0.left > $0.right })
    var parts = [
      Phrase(
        "from \(left.english) to \(right.english) \(rising) of \(rows.count) rise and \(falling) fall",
        "\(left.chinese) 至 \(right.chinese)，\(rows.count) 条中 \(rising) 条上升、\(falling) 条下降")
    ]
    // Halves keep the difference from overflowing.
    if let most = changes.max(by: { abs($0.right / 2 - $0.left / 2) < abs($1.right / 2 - $1.left / 2) }) {
      let (from, to) = (labels.text(most.left), labels.text(most.right) + unitSuffix(unit))
      parts.append(
        Phrase(
          "\(most.row.name.english) changes most, from \(from) to \(to)",
          "变化最大的是\(most.row.name.chinese)，由 \(from) 到 \(to)"))
    }
    return sentence(Phrase("slopes", "坡度图"), parts)
  }
}

extension TornadoChart {
  /// Says between which values each param moves the result.
  var words: Phrase {
    let labels = ValueLabels(for: [base] + rows.flatMap { [$0.low, $0.high] }, unit: unit)
    let parts = rows.prefix(mostNamed).map { row -> Phrase in
      func shown(_ value: Double?) -> Phrase { value.map { Phrase(same: labels.text($0)) } ?? Phrase("missing", "缺失") }
      return Phrase(
        "\(row.name.english) from \(row.lowSetting) to \(row.highSetting) moves it from \(shown(row.low).english) "
          + "to \(shown(row.high).english)",
        "\(row.name.chinese)由 \(row.lowSetting) 到 \(row.highSetting)，结果由 \(shown(row.low).chinese) 到 "
          + "\(shown(row.high).chinese)")
    }
    let base = labels.text(base) + unitSuffix(unit)
    return sentence(Phrase("what moves \(base)", "现值 \(base) 的影响因素"), parts)
  }
}

private func verb(_ start: Double, _ end: Double) -> Phrase {
  start < end
    ? Phrase("rises", "升至") : start > end ? Phrase("falls", "降至") : Phrase("stays", "持平至")
}

private func sentence(_ kind: Phrase, _ parts: [Phrase]) -> Phrase {
  Phrase(
    "\(kind.english): \(parts.map(\.english).joined(separator: "; "))",
    "\(kind.chinese)：\(parts.map(\.chinese).joined(separator: "；"))")
}
