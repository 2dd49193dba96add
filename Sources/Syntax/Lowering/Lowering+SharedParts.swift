import Source

extension Lowering {
  /// Returns the first name right below `node`.
  func name(in node: Int?) -> NameSyntax? {
    node.flatMap { first(.name, in: $0) }.flatMap { name($0) }
  }

  /// Returns the name that `node` is.
  func name(_ node: Int) -> NameSyntax? {
    for case .token(let index) in tree.elements(of: node) { return name(ofToken: index) }
    return nil
  }

  /// Returns the token at `index` as a name.
  func name(ofToken index: Int) -> NameSyntax {
    let isQuoted = tree.tokens[index].kind == .quoted
    let range = tree.range(ofToken: index)
    return tree.withBytes(ofToken: index) { bytes in
      // Nearly all names are read as they stand.
      guard let written = isQuoted ? bytes.plainlyQuoted : bytes, let name = NameSyntax(written, range, isQuoted) else {
        return NameSyntax(text: isQuoted ? quotedNameText(bytes) : foldedText(bytes), range: range, isQuoted: isQuoted)
      }
      return name
    }
  }

  /// Returns the first path right below `node`.
  func path(in node: Int?) -> PathSyntax? {
    node.flatMap { first(.path, in: $0) }.flatMap { path($0) }
  }

  /// Returns the path that `node` is.
  func path(_ node: Int) -> PathSyntax? {
    // Nearly all paths are one name of one token.
    let own = tree.nodes[node]
    if own.endToken - own.firstToken == 1, own.firstChild >= 0 {
      return PathSyntax(last: name(ofToken: Int(own.firstToken)))
    }
    var qualifiers: [NameSyntax] = []
    var last: NameSyntax?
    for case .node(let child) in tree.elements(of: node) where production(child) == .name {
      guard let name = name(child) else { continue }
      if let last { qualifiers.append(last) }
      last = name
    }
    return last.map { PathSyntax(qualifiers: qualifiers, last: $0) }
  }

  /// Returns the paths right below `node`.
  func paths(in node: Int) -> [PathSyntax] { nodes(.path, in: node).compactMap { path($0) } }

  /// Returns the paths of the names below `node`.
  func names(in node: Int?) -> [PathSyntax] {
    node.flatMap { first(.names, in: $0) }.map { paths(in: $0) } ?? []
  }

  /// Returns the fields below `node`.
  func fields(in node: Int?) -> [PathSyntax] {
    node.flatMap { first(.fields, in: $0) }.map { nodes(.field, in: $0).compactMap { field($0) } } ?? []
  }

  /// Returns the field that `node` is; a field that shares a statement's word has the word's English spelling.
  func field(_ node: Int) -> PathSyntax? {
    if let path = path(in: node) { return path }
    guard case .keyword(let word) = firstKind(node) else { return nil }
    return PathSyntax(names: [NameSyntax(text: word.entry.english, range: range(node), isQuoted: false)])
  }

  /// Returns the member below `node`.
  mutating func member(in node: Int?) -> MemberSyntax? {
    guard let node, let member = first(.member, in: node) else { return nil }
    return self.member(member)
  }

  /// Returns the members below `node`.
  mutating func members(in node: Int?) -> [MemberSyntax] {
    guard let node, let members = first(.members, in: node) else { return [] }
    return nodes(.member, in: members).compactMap { member($0) }
  }

  /// Returns the member that `node` is.
  mutating func member(_ node: Int) -> MemberSyntax? {
    if let name = name(in: node) { return MemberSyntax(text: name.text, range: name.range) }
    return token(.text, in: node).flatMap { plainMember(ofToken: $0) }
  }

  /// Returns the text at `index` as a member; a hole in it is reported.
  mutating func plainMember(ofToken index: Int) -> MemberSyntax? {
    let text = plainText(ofToken: index)
    return text.plain.map { MemberSyntax(text: $0, range: text.range) }
  }

  /// Returns the unit behind a declaration's colon.
  func unitOf(in node: Int) -> UnitSyntax? {
    first(.unitOf, in: node).flatMap { token(.unit, in: $0) }.map { unit(ofToken: $0) }
  }

  private func hasFourDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count <= 4 { return year(bytes) != nil }
    // Wide digits take three bytes each.
    guard bytes.count <= 12, bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return Array(foldedText(bytes).utf8).withUnsafeBufferPointer { year($0) } != nil
  }

  private func unitBehind(_ index: Int, in node: Int) -> UnitSyntax? {
    index + 1 < Int(tree.nodes[node].endToken) && tree.tokens[index + 1].kind == .unit ? unit(ofToken: index + 1) : nil
  }

  private func unit(ofToken index: Int) -> UnitSyntax {
    UnitSyntax(text: text(ofToken: index), range: tree.range(ofToken: index))
  }

  /// Returns the quantity below `node`.
  func quantity(in node: Int?) -> QuantitySyntax? {
    node.flatMap { first(.quantity, in: $0) }.flatMap { quantity($0) }
  }

  /// Returns the quantity that `node` is.
  func quantity(_ node: Int) -> QuantitySyntax? {
    guard let index = token(.number, in: node) else { return nil }
    let (number, hasFourDigits) = tree.withBytes(ofToken: index) { (NumberText($0), self.hasFourDigits($0)) }
    return QuantitySyntax(
      value: number.value, decimals: number.decimals, hasFourDigits: hasFourDigits,
      unit: unitBehind(index, in: node), range: range(node))
  }

  /// Returns the first period below `node`.
  func period(in node: Int?) -> PeriodSyntax? {
    node.flatMap { first(.period, in: $0) }.flatMap { period($0) }
  }

  /// Returns the period that `node` is, where there is such a period.
  func period(_ node: Int) -> PeriodSyntax? {
    for case .token(let index) in tree.elements(of: node) { return period(ofToken: index) }
    return nil
  }

  /// Returns the period that the token at `index` is, where there is such a period.
  func period(ofToken index: Int) -> PeriodSyntax? {
    if let year = tree.withBytes(ofToken: index, { year($0) }) {
      return PeriodSyntax(year: year, part: .year, range: tree.range(ofToken: index))
    }
    let text = text(ofToken: index)
    let bytes = text.utf8
    let rest = String(text.dropFirst(4))
    guard bytes.count >= 4, bytes.prefix(4).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let year = Int(String(text.prefix(4)))
    else { return nil }
    let part: PeriodSyntax.Part? = rest.isEmpty || rest == "年" ? .year : periodPart(rest)
    return part.map { PeriodSyntax(year: year, part: $0, range: tree.range(ofToken: index)) }
  }

  /// Returns the year that four ASCII digits are.
  private func year(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count == 4 else { return nil }
    var year = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    return year
  }

  /// Returns the span below `node`.
  func span(in node: Int?) -> PeriodSpanSyntax? {
    node.flatMap { first(.span, in: $0) }.flatMap { span($0) }
  }

  /// Returns the span that `node` is.
  func span(_ node: Int) -> PeriodSpanSyntax? {
    let periods = nodes(.period, in: node)
    guard let first = periods.first.flatMap({ period($0) }) else { return nil }
    return PeriodSpanSyntax(first: first, last: periods.dropFirst().first.flatMap { period($0) }, range: range(node))
  }

  /// Returns the range of values below `node`.
  mutating func bounds(in node: Int?) -> RangeSyntax? {
    guard let node, let range = first(.range, in: node) else { return nil }
    return bounds(range)
  }

  /// Returns the range of values that `node` is.
  mutating func bounds(_ node: Int) -> RangeSyntax {
    let (lower, upper) = sides(of: node, around: .symbol(.dotDot))
    return RangeSyntax(lower: lower, upper: upper, range: range(node))
  }

  /// Returns the selector below `node`; empty where there is none.
  mutating func selector(in node: Int) -> [SelectorPartSyntax] {
    first(.selector, in: node).map { selector($0) } ?? []
  }

  /// Returns the parts of the selector that `node` is.
  mutating func selector(_ node: Int) -> [SelectorPartSyntax] {
    nodes(.selectorPart, in: node).compactMap { part in
      if let span = span(in: part) { return .periods(span) }
      if let path = path(in: part) { return .name(path) }
      return token(.text, in: part).flatMap { plainMember(ofToken: $0) }.map { .member($0) }
    }
  }
}
