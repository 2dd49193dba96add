import Source

/// The kinds of name that `:list` takes apart.
enum Listing: CaseIterable {
  case indicators, params, aliases, aggregates, sets, scenarios, rules, sheets

  /// What the kind is called, as it is asked for.
  var name: Phrase {
    switch self {
    case .indicators: Phrase("indicators", "指标")
    case .params: Phrase("params", "参数")
    case .aliases: Phrase("aliases", "别名")
    case .aggregates: Phrase("aggregates", "聚合")
    case .sets: Phrase("sets", "集合")
    case .scenarios: Phrase("scenarios", "情景")
    case .rules: Phrase("rules", "规则")
    case .sheets: Phrase("sheets", "表")
    }
  }

  /// What one of the kind is called.
  var singular: Phrase {
    switch self {
    case .indicators: Phrase("indicator", "指标")
    case .params: Phrase("param", "参数")
    case .aliases: Phrase("alias", "别名")
    case .aggregates: Phrase("aggregate", "聚合")
    case .sets: Phrase("set", "集合")
    case .scenarios: Phrase("scenario", "情景")
    case .rules: Phrase("rule", "规则")
    case .sheets: Phrase("sheet", "表")
    }
  }
}
