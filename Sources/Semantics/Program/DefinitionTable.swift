import Source

/// Something about each definition, found by position instead of by hash.
struct DefinitionTable<Value> {
  private var parameters: [Value?] = []
  private var aliases: [Value?] = []
  private var aggregates: [Value?] = []
  private var sets: [Value?] = []
  private var indicators: [Value?] = []

  /// Creates an empty table.
  init() {}

  /// What is known of `definition`, or nil.
  subscript(definition: Definition) -> Value? {
    get {
      switch definition {
      case .parameter(let position): parameters.value(at: position)
      case .alias(let position): aliases.value(at: position)
      case .aggregate(let position): aggregates.value(at: position)
      case .set(let position): sets.value(at: position)
      case .indicator(let position): indicators.value(at: position)
      }
    }
    set {
      switch definition {
      case .parameter(let position): parameters.put(newValue, at: position)
      case .alias(let position): aliases.put(newValue, at: position)
      case .aggregate(let position): aggregates.put(newValue, at: position)
      case .set(let position): sets.put(newValue, at: position)
      case .indicator(let position): indicators.put(newValue, at: position)
      }
    }
  }
}

extension DefinitionTable: Sendable where Value: Sendable {}

extension DefinitionTable where Value: Sendable {
  /// Lets workers put what is known of aliases side by side, in ranges that stand in order and apart.
  mutating func changeAliases(
    in ranges: [Range<Int>], _ workers: Workers,
    _ change: @escaping @Sendable (_ part: Int, _ values: inout MutableSpan<Value?>) -> Void
  ) {
    let missing = (ranges.last?.upperBound ?? 0) - aliases.count
    if missing > 0 { aliases += Array(repeating: nil, count: missing) }
    workers.change(&aliases, in: ranges, change)
  }
}

extension Array {
  /// Returns the element at `position`, or nil where the list is shorter.
  fileprivate func value<Value>(at position: Int) -> Value? where Element == Value? {
    position < count ? self[position] : nil
  }

  /// Puts `value` at `position`, with nothing in places before it that are not filled yet.
  fileprivate mutating func put<Value>(_ value: Value?, at position: Int) where Element == Value? {
    while count <= position { append(nil) }
    self[position] = value
  }
}
