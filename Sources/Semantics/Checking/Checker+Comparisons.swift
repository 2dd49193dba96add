import Indicators
import Source
import Syntax
import Units

extension Checker {
  /// Returns a comparison of numbers, periods, words or truth values.
  mutating func comparison(
    _ left: ExpressionSyntax, _ comparator: Comparator, _ right: ExpressionSyntax, _ setting: Setting,
    _ range: SourceRange
  ) -> CheckedExpression {
    let (first, second) = wordsOrValues(left, right, setting)
    if first.isInvalid || second.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    switch (first.type.shape, second.type.shape) {
    case (.text(.ordered(let words)), .text(.ordered(let others))) where words == others:
      return truth(.comparison(first, comparator, second), of: [first, second], range)
    case (.text, .text), (.truth, .truth):
      guard comparator == .equal || comparator == .notEqual else { return invalid(.expected(.number), at: range) }
      return truth(.comparison(first, comparator, second), of: [first, second], range)
    case (.text, _), (.truth, _): return invalid(.expected(.number), at: first.range)
    case (_, .text), (_, .truth): return invalid(.expected(.number), at: second.range)
    case (.number, _), (.flexible, _), (.mixed, _), (.several, _), (.period, _), (.invalid, _):
      lintSides(left, right, range)
      lintRatio(first, against: second)
      let (first, second) = comparable(first, second)
      return truth(.comparison(first, comparator, second), of: [first, second], range)
    }
  }

  /// Returns whether a value is among others, which are words where the value is text.
  mutating func among(
    _ value: ExpressionSyntax, _ list: [ExpressionSyntax], _ setting: Setting, _ range: SourceRange
  ) -> CheckedExpression {
    var value = expression(value, setting)
    var members: [CheckedExpression] = []
    for element in list {
      if case .text(let vocabulary) = value.type.shape {
        members.append(word(element, vocabulary))
      } else {
        let (first, second) = comparable(value, number(element, setting))
        value = first
        members.append(second)
      }
    }
    return truth(.among(value, members), of: [value] + members, range)
  }

  /// Returns both sides, one of them read as a word where the other is text.
  private mutating func wordsOrValues(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ setting: Setting
  ) -> (CheckedExpression, CheckedExpression) {
    if isName(left), !isValue(left, setting), isName(right), isValue(right, setting) {
      let second = expression(right, setting)
      if case .text(let vocabulary) = second.type.shape { return (word(left, vocabulary), second) }
      return (expression(left, setting), second)
    }
    let first = expression(left, setting)
    if case .text(let vocabulary) = first.type.shape {
      if isValue(right, setting), setting.relation == nil || !isMember(right, of: vocabulary) {
        return (first, expression(right, setting))
      }
      return (first, word(right, vocabulary))
    }
    // What stands beside a slip may be a word of the text that was meant.
    if first.isInvalid, isName(right) { return (first, first) }
    return (first, expression(right, setting))
  }

  private func isName(_ syntax: ExpressionSyntax) -> Bool {
    if case .path = syntax.form { true } else { false }
  }

  private func isMember(_ syntax: ExpressionSyntax, of vocabulary: Vocabulary) -> Bool {
    guard case .path(let path) = syntax.form else { return false }
    if case .fixed(let list) = vocabulary { return list.find(path.text) != nil }
    return members.words(of: vocabulary)?.contains(path.text) ?? true
  }

  private func isValue(_ syntax: ExpressionSyntax, _ setting: Setting) -> Bool {
    guard case .path(let path) = syntax.form else { return false }
    if let relation = setting.relation { return relation.column(named: path.text) != nil }
    if case .dimension = scope.find(path.text) { return true }
    return false
  }

  /// Returns `syntax` read as a word of `vocabulary`; one that it does not have is reported with those that it has.
  mutating func word(_ syntax: ExpressionSyntax, _ vocabulary: Vocabulary) -> CheckedExpression {
    let spelling: String
    switch syntax.form {
    case .path(let path): spelling = path.text
    case .text(let text):
      guard let plain = text.plain else {
        if case .ordered = vocabulary { return invalid(.expected(.text), at: syntax.range) }
        return CheckedExpression(.text(pieces(text, .values)), ValueType(.text(vocabulary)), syntax.range)
      }
      spelling = plain
    case .quantity(let quantity) where vocabulary == .free || quantity.unit == nil: spelling = text(quantity.range)
    default: return invalid(.expected(.text), at: syntax.range)
    }
    var stored: String? = spelling
    if case .fixed(let list) = vocabulary {
      stored = list.find(spelling)
    } else if vocabulary == .scenarios {
      stored = WordList.scenario.find(spelling) ?? declaredScenarios[spelling]?.word
    } else if let words = members.words(of: vocabulary) {
      let known = catalogue.names.canonical(spelling)
      stored = words.contains(known) ? known : nil
    }
    guard let stored else { return unknownWord(spelling, vocabulary, syntax.range) }
    if case .ordered(let words) = vocabulary, let position = words.firstIndex(of: stored) {
      return CheckedExpression(
        .number(Double(position), decimals: 0), ValueType(.text(vocabulary)), syntax.range)
    }
    return CheckedExpression(.word(stored), ValueType(.text(vocabulary)), syntax.range)
  }

  private mutating func unknownWord(
    _ spelling: String, _ vocabulary: Vocabulary, _ range: SourceRange
  ) -> CheckedExpression {
    let words: [String]
    if case .fixed(let list) = vocabulary {
      words = list.words.flatMap { [$0.english, $0.chinese] }
    } else if vocabulary == .scenarios {
      words = WordList.scenario.words.flatMap { [$0.english, $0.chinese] } + declaredScenarios.keys.sorted()
    } else {
      words = members.words(of: vocabulary) ?? []
    }
    return invalid(
      .unknownMember(
        spelling, of: vocabulary.heading, members: words, nearest: nearestNames(to: spelling, among: words, atMost: 3)),
      at: range)
  }

  /// Returns whether two numbers are equal within a tolerance.
  mutating func approximation(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ within: ExpressionSyntax?, _ setting: Setting,
    _ range: SourceRange
  ) -> CheckedExpression {
    let (first, second) = comparable(number(left, setting), number(right, setting))
    if first.isInvalid || second.isInvalid { return CheckedExpression(.invalid, .invalid, range) }
    lintSides(left, right, range)
    lintRatio(first, against: second)
    let tolerance: Tolerance
    if let within, !isRounding(within) {
      let amount = number(within, setting)
      guard !amount.isInvalid else { return amount }
      guard let read = self.tolerance(amount, of: first) else { return CheckedExpression(.invalid, .invalid, range) }
      tolerance = read
    } else {
      guard first.type.isPrinted || second.type.isPrinted else { return invalid(.withinNeeded, at: range) }
      tolerance = .printed
    }
    return truth(.approximation(first, second, tolerance), of: [first, second], range)
  }

  private func isRounding(_ syntax: ExpressionSyntax) -> Bool {
    guard case .path(let path) = syntax.form else { return false }
    return path.text == "rounding" || path.text == "舍入"
  }

  private mutating func tolerance(_ amount: CheckedExpression, of value: CheckedExpression) -> Tolerance? {
    let unit = amount.type.unit
    if unit.nature == .percentage {
      if value.type.unit.nature == .percentage {
        report(.toleranceUnit, at: amount.range)
        return nil
      }
      return plain(amount).map { .relative($0) }
    }
    if value.type.unit.nature != .plain {
      if amount.isBareLiteral { return .relative(amount) }
      guard let step = unit.factor(to: .points), let back = MeasurementUnit.points.size.ratioStep(to: value.type.unit)
      else {
        report(.unitClash(.compare, value.type.unit, unit, value.range, amount.range), at: amount.range)
        return nil
      }
      return .absolute(amount.converted(step.followed(by: back), to: value.type.unit))
    }
    let adapted = adapted(amount, to: value.type.unit)
    return adapted.isInvalid ? nil : .absolute(adapted)
  }
}

extension Conversion {
  /// Returns the step from numbers of this size to numbers in `unit`, where `unit` is a percentage or points.
  fileprivate func ratioStep(to unit: MeasurementUnit) -> Conversion? {
    unit.dimensions == MeasurementUnit.one.dimensions ? followed(by: unit.size.inverted) : nil
  }
}

extension Vocabulary {
  /// What a message calls the words of this vocabulary.
  var heading: Phrase {
    switch self {
    case .free: Phrase("text", "文字")
    case .dimension(let dimension): Phrase(same: dimension.name)
    case .owners: Phrase("owner", "责任单位")
    case .attributes: Phrase("attribute", "指标属性")
    case .groups: Phrase("group", "类别")
    case .items: Phrase("item", "事项")
    case .indicators: Phrase("name", "名称")
    case .sheets: Phrase("sheet", "表")
    case .scenarios: WordList.scenario.heading
    case .fixed(let list): list.heading
    case .ordered: Phrase("band", "分档")
    }
  }
}

extension WordList {
  /// What a message calls the words of this list.
  var heading: Phrase {
    switch self {
    case .status, .verdict: Phrase("status", "状态")
    case .severity: Phrase("severity", "严重性")
    case .conflict, .note: Phrase("class", "种类")
    case .light: Phrase("light", "亮灯")
    case .scenario: Phrase("scenario", "情景")
    case .kind: Phrase("kind", "指标类型")
    case .direction: Phrase("direction", "指标方向")
    case .frequency: Phrase("frequency", "频次")
    case .reason: Phrase("reason", "缺失原因")
    case .cause: Phrase("cause", "去向")
    case .assumption: Phrase("state", "状态")
    case .footing: Phrase("rests_on", "依据")
    }
  }
}
