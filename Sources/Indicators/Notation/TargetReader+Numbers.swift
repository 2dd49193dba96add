import Units

extension TargetReader {
  /// Reads a change: 增长1.3%, 新建10, 提高0.5个百分点, 下降3%, 降至5.
  func readChange(_ start: TextCursor) -> Part? {
    var cursor = start
    let isUp: Bool
    let verb: String
    if let word = cursor.takeLongest(of: TargetWords.up) {
      (isUp, verb) = (true, word)
    } else if let word = cursor.takeLongest(of: TargetWords.down) {
      (isUp, verb) = (false, word)
    } else {
      return nil
    }
    var level = cursor
    if level.takeLongest(of: TargetWords.towards) != nil, let part = readLevel(level.rest) {
      // 提高到80 asks for a level; a range or a bound of its own is read as it stands.
      guard case .number(let number)? = part.conditions.first else { return part }
      var part = part
      part.conditions = [isUp ? .atLeast(number) : .atMost(number)]
      return part
    }
    _ = cursor.takeLongest(of: TargetWords.comparedWithLastYear)
    _ = cursor.takeLongest(of: TargetWords.atLeast)
    let text = withoutSuffix(cursor.rest, TargetWords.orMore) ?? cursor.rest
    guard let amount = TargetAmount(text, units: units), amount.number.value >= 0 else { return nil }
    return change(amount, isUp: isUp, verb: verb)
  }

  private func change(_ amount: TargetAmount, isUp: Bool, verb: String) -> Part? {
    // Where the indicator is the change itself, the number is its value.
    if isNamedAfter(verb, isUp: isUp) {
      guard isUp == indicatorRises, let (number, unit) = inUnit(amount) else { return nil }
      return Part(conditions: [.number(number.value)], decimals: Int(number.decimals), unit: unit)
    }
    let value = amount.number.value
    switch amount.measure {
    case .share:
      // Of a percentage, 提高5% could be five points or a twentieth.
      guard unit?.nature != .percentage, unit?.nature != .points else { return nil }
      let share = amount.fraction
      return Part(conditions: [isUp ? .grows(share) : .shrinks(share)], decimals: Int(amount.number.decimals))
    case .points:
      guard unit?.nature == .percentage || unit?.nature == .points else { return nil }
      return Part(conditions: [.adds(isUp ? value : -value)], decimals: Int(amount.number.decimals))
    case .none, .unit:
      if amount.measure == .none, TargetWords.relative.contains(verb) { return nil }
      guard let (number, unit) = inUnit(amount) else { return nil }
      let step = isUp ? number.value : -number.value
      return Part(conditions: [.adds(step)], decimals: Int(number.decimals), unit: unit)
    }
  }

  /// Whether the indicator's own name says that it counts what `verb` does: 新增就业人数, 制造业投资增速.
  private func isNamedAfter(_ verb: String, isUp: Bool) -> Bool {
    if verb.hasPrefix("新") { return indicator.contains("新") }
    if verb.hasPrefix("净增") || verb == "增加" || verb == "减少" { return indicator.contains(verb) }
    let rates = ["增速", "增长率", "增幅", "增长速度", "同比", "下降率", "降低率", "降幅", "减少率", "下降幅度"]
    return rates.contains { indicator.contains($0) }
  }

  /// Whether the change that the indicator's name speaks of is growth.
  private var indicatorRises: Bool {
    !["下降", "降低", "降幅", "减少"].contains { indicator.contains($0) }
  }

  /// Reads a level: ≥98.5, 300以上, 60-70, 控制在5以内, 保持81.5, 三分之二以上.
  func readLevel(_ text: String) -> Part? {
    if case .period? = PeriodNotation(text), text.contains("年"), unit?.symbol != "年" { return nil }
    let more = withoutSuffix(text, TargetWords.orMore)
    let less = withoutSuffix(text, TargetWords.orLess)
    var cursor = TextCursor(more ?? less ?? text)
    let prefix = takePrefix(&cursor)
    if cursor.position == 0, prefix == nil, cursor.isAtEnd { return nil }
    let body = cursor.rest
    if let range = readRange(body) {
      let isFree = more == nil && less == nil
      switch prefix {
      case nil where isFree: return range
      case .holds? where isFree, .atMost? where isFree: return range
      case nil, .holds, .atMost, .atLeast, .moreThan, .lessThan, .equal: return nil
      }
    }
    guard let amount = TargetAmount(body, units: units), let (number, unit) = inUnit(amount),
      let condition = condition(prefix, number.value, isMore: more != nil, isLess: less != nil)
    else { return nil }
    return Part(conditions: [condition], decimals: Int(number.decimals), unit: unit)
  }

  private enum Prefix {
    case atLeast, moreThan, atMost, lessThan, equal, holds
  }

  private func takePrefix(_ cursor: inout TextCursor) -> Prefix? {
    let lists: [([String], Prefix)] = [
      (TargetWords.atLeast, .atLeast), (TargetWords.moreThan, .moreThan), (TargetWords.atMost, .atMost),
      (TargetWords.lessThan, .lessThan), (TargetWords.equal, .equal), (TargetWords.holds, .holds),
    ]
    var best: (prefix: Prefix, cursor: TextCursor)?
    for (words, prefix) in lists {
      var trial = cursor
      if trial.takeLongest(of: words) != nil, trial.position > best?.cursor.position ?? 0 { best = (prefix, trial) }
    }
    if let best { cursor = best.cursor }
    return best?.prefix
  }

  /// Returns the condition that words before and after a number make; nil where they contradict each other.
  private func condition(_ prefix: Prefix?, _ value: Double, isMore: Bool, isLess: Bool) -> TargetCondition? {
    switch (prefix, isMore, isLess) {
    case (nil, false, false): .number(value)
    case (nil, true, _), (.atLeast, _, false), (.holds, true, _): .atLeast(value)
    case (.moreThan, _, false): .moreThan(value)
    case (nil, _, true), (.atMost, false, _), (.holds, _, true): .atMost(value)
    case (.lessThan, false, _): .lessThan(value)
    case (.equal, false, false): .equal(value)
    case (.holds, false, false): .holds(value)
    case (.atLeast, _, true), (.moreThan, _, true), (.atMost, true, _), (.lessThan, true, _), (.equal, _, _): nil
    }
  }

  private func readRange(_ text: String) -> Part? {
    for separator in ["-", "—", "–", "~", "～", "至", "到", "﹣", "─"] {
      var cursor = TextCursor(text)
      while !cursor.isAtEnd {
        let place = cursor.position
        guard place > 0, cursor.take(separator) else {
          cursor.move(to: place + 1)
          continue
        }
        let lower = String(String.UnicodeScalarView(cursor.scalars[..<place]))
        if let part = range(lower, cursor.rest) { return part }
        cursor.move(to: place + 1)
      }
    }
    return nil
  }

  private func range(_ lowerText: String, _ upperText: String) -> Part? {
    guard let lower = TargetAmount(lowerText, units: units), let upper = TargetAmount(upperText, units: units),
      // Only the upper number needs its unit: 60-70%.
      lower.measure == upper.measure || lower.measure == .none, lower.isPrefixed == upper.isPrefixed
    else { return nil }
    let twin = lower.measure == upper.measure ? lower : lower.measured(as: upper.measure)
    guard let (low, _) = inUnit(twin), let (high, unit) = inUnit(upper), low.value < high.value else { return nil }
    if self.unit == nil, upper.measure == .none, [low, high].allSatisfy({ (1900...2100).contains($0.value) }) {
      return nil
    }
    return Part(
      conditions: [.inRange(low.value, high.value)], decimals: Int(max(low.decimals, high.decimals)), unit: unit)
  }

  /// Returns a number in the indicator's unit; where it has none, as printed, with the unit printed.
  func inUnit(_ amount: TargetAmount) -> (DecimalNumber, MeasurementUnit?)? {
    guard let unit else {
      switch amount.measure {
      case .none: return (amount.number, nil)
      case .share: return (amount.number, TargetAmount.percent(units))
      case .points: return nil
      case .unit(let printed): return (amount.number, printed)
      }
    }
    switch amount.measure {
    case .none:
      // 9万 of an indicator in 万元 could mean 万元 or 万万元.
      let isDoubled = amount.isPrefixed && unit.factors.contains { $0.name.contains("万") || $0.name.contains("亿") }
      return isDoubled ? nil : (amount.number, nil)
    case .share:
      return TargetAmount.percent(units).factor(to: unit).map { (amount.number.converted(by: $0), nil) }
    case .points: return nil
    case .unit(let printed):
      if let conversion = printed.factor(to: unit) { return (amount.number.converted(by: conversion), nil) }
      // 2场 of an indicator in 场次, 3个 of one in 个数.
      return unit.symbol.hasPrefix(printed.symbol) && unit.factors.count == 1 ? (amount.number, nil) : nil
    }
  }

  private func withoutSuffix(_ text: String, _ suffixes: [String]) -> String? {
    let fitting = suffixes.filter { text.hasSuffix($0) && text != $0 }
    guard let longest = fitting.max(by: { $0.unicodeScalars.count < $1.unicodeScalars.count }) else { return nil }
    return String(text.dropLast(longest.count))
  }
}
