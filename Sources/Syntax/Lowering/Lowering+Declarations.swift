import Source

extension Lowering {
  /// Returns the use statement that `node` is, where its parts that must be there are.
  mutating func use(_ node: Int) -> StatementSyntax.Form? {
    guard let file = plainText(in: node) else { return nil }
    let mappings = nodes(.mapping, in: node).compactMap { mapping($0) }
    return .use(UseSyntax(file: file, name: name(in: node), mappings: mappings))
  }

  private mutating func mapping(_ node: Int) -> UseSyntax.Mapping? {
    let equal = token(.symbol(.equal), in: node)
    var key: UseSyntax.Mapping.Key?
    var value: UseSyntax.Mapping.Value?
    for element in tree.elements(of: node) {
      switch element {
      case .token(let index):
        guard tree.tokens[index].kind == .text else { continue }
        let text = plainText(ofToken: index)
        if index < equal ?? 0 { key = .mark(text) } else { value = .heading(text) }
      case .node(let child):
        if production(child) == .field { key = field(child).map { .field($0) } }
        if production(child) == .name { value = name(child).map { .name($0) } }
        if production(child) == .period { value = period(child).map { .period($0) } }
      }
    }
    guard let key, let value else { return nil }
    return UseSyntax.Mapping(key: key, value: value)
  }

  /// Returns the import that `node` is, where its parts that must be there are.
  mutating func importing(_ node: Int) -> StatementSyntax.Form? {
    plainText(in: node).map { .importing(ImportSyntax(file: $0, name: name(in: node))) }
  }

  /// Returns the unit statement that `node` is, where its parts that must be there are.
  func unitDeclaration(_ node: Int) -> StatementSyntax.Form? {
    guard let index = token(.name, in: node) else { return nil }
    return .unit(UnitDeclarationSyntax(name: name(ofToken: index), definition: quantity(in: node)))
  }

  /// Returns the parameter that `node` is, where its parts that must be there are.
  mutating func parameter(_ node: Int) -> StatementSyntax.Form? {
    guard let name = name(in: node) else { return nil }
    return .parameter(
      ParameterSyntax(
        name: name, unit: unitOf(in: node), bounds: bounds(in: node), value: expression(in: node)))
  }

  /// Returns the alias that `node` is, where its parts that must be there are.
  mutating func alias(_ node: Int) -> StatementSyntax.Form? {
    guard let name = name(in: node) else { return nil }
    return .alias(AliasSyntax(name: name, unit: unitOf(in: node), formula: expression(in: node)))
  }

  /// Returns the indicator statement that `node` is, where its parts that must be there are.
  mutating func indicator(_ node: Int) -> StatementSyntax.Form? {
    guard let path = path(in: node) else { return nil }
    let clauses = clauses(.indicatorClause, in: node)
    return .indicator(
      IndicatorSyntax(
        path: path, unit: unitOf(in: node), kind: name(in: clause(.kind, clauses)),
        better: name(in: clause(.better, clauses)),
        range: bounds(in: clause(.range, clauses)), owners: members(in: clause(.owner, clauses)),
        attribute: member(in: clause(.attribute, clauses)), group: member(in: clause(.group, clauses)),
        every: clause(.every, clauses).flatMap { length(in: $0) }))
  }

  /// Returns the length of a period in `node`; 每月, which is also a keyword, is read as a name.
  private func length(in node: Int) -> NameSyntax? {
    guard let length = first(.length, in: node) else { return nil }
    if let name = name(in: length) { return name }
    let keywords: [(Keyword, String)] = [(.perYear, "year"), (.perQuarter, "quarter"), (.perMonth, "month")]
    for case .token(let index) in tree.elements(of: length) {
      guard let word = keywords.first(where: { tree.tokens[index].kind == .keyword($0.0) }) else { continue }
      return NameSyntax(text: word.1, range: tree.range(ofToken: index), isQuoted: false)
    }
    return nil
  }

  /// Returns the aggregate that `node` is, where its parts that must be there are.
  mutating func aggregate(_ node: Int) -> StatementSyntax.Form? {
    guard let name = name(in: node), let function = path(in: node), let arguments = first(.arguments, in: node) else {
      return nil
    }
    let clauses = clauses(.aggregateClause, in: node)
    return .aggregate(
      AggregateSyntax(
        name: name, unit: unitOf(in: node), function: function, arguments: self.arguments(arguments),
        over: fields(in: clause(.over, clauses)), by: fields(in: clause(.by, clauses)),
        filter: clause(.where, clauses).map { expression(in: $0) },
        require: clause(.require, clauses).map { expression(in: $0) }))
  }

  /// Returns the set that `node` is, where its parts that must be there are.
  mutating func set(_ node: Int) -> StatementSyntax.Form? {
    guard let name = name(in: node) else { return nil }
    if let relation = path(in: node) {
      let (_, condition) = sides(of: node, around: .keyword(.where))
      return .set(SetSyntax(name: name, form: .filter(relation, condition)))
    }
    let elements = nodes(.element, in: node).compactMap { element in
      path(in: element).map { SetSyntax.Element(path: $0, weight: quantity(in: element)) }
    }
    return elements.isEmpty ? nil : .set(SetSyntax(name: name, form: .elements(elements)))
  }

  /// Returns the statement of sameness that `node` is, where its parts that must be there are.
  func same(_ node: Int) -> StatementSyntax.Form? {
    let names = paths(in: node)
    return names.count < 2 ? nil : .same(SameSyntax(names: names))
  }

  /// Returns the rule that `node` is, where its parts that must be there are.
  mutating func rule(_ node: Int) -> StatementSyntax.Form? {
    guard let name = name(in: node) else { return nil }
    let clauses = clauses(.ruleClause, in: node)
    return .rule(
      RuleSyntax(
        name: name, message: text(in: node), condition: expression(in: node),
        filter: clause(.where, clauses).map { expression(in: $0) }, scenarios: names(in: clause(.under, clauses)),
        severity: self.name(in: clause(.severity, clauses))))
  }

  /// Returns the correlation that `node` is, where its parts that must be there are.
  mutating func correlate(_ node: Int) -> CorrelateSyntax? {
    let equal = token(.symbol(.equal), in: node)
    let paths = nodes(.path, in: node).filter { Int(tree.nodes[$0].firstToken) < equal ?? 0 }.compactMap { path($0) }
    guard paths.count > 1 else { return nil }
    let (_, value) = sides(of: node, around: .symbol(.equal))
    return CorrelateSyntax(paths: paths, value: value)
  }
}
