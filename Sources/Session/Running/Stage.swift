import Source

/// What a run does, in order.
package enum Stage: Int, Hashable, Sendable, CaseIterable {
  /// Reads scripts and sheets.
  case read
  /// Finds out what the script's names and units are.
  case check
  /// Lays out the data, and finds out what is to be sampled.
  case plan
  /// Computes the answers.
  case evaluate
  /// Writes them.
  case print

  /// The stage in each language.
  package var name: Phrase {
    switch self {
    case .read: Phrase("read", "读取")
    case .check: Phrase("check", "检查")
    case .plan: Phrase("plan", "规划")
    case .evaluate: Phrase("evaluate", "计算")
    case .print: Phrase("print", "输出")
    }
  }
}
