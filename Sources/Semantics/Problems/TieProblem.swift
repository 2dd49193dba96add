import Source
import Units

/// Everything that can be wrong with `correlate`.
enum TieProblem {
  /// How the draws of a name repeat.
  enum Drawing {
    case once, eachMember, eachPeriod
  }

  /// The name is no param and nothing that is assumed.
  case notDrawn(String)
  /// The name holds no distribution.
  case certain(String)
  /// The name stands in one statement twice.
  case twice(String)
  /// The number is no correlation.
  case outside
  /// A pair is tied twice, by different numbers.
  case contradiction(String, String, Double, Double)
  /// No draws have these correlations.
  case impossible([String], untied: [String], strongest: Double?, factor: Double)
  /// A name has several distributions at once.
  case several(String)
  /// Two names are not drawn alike.
  case drawnDifferently(String, Drawing, String, Drawing)
}

extension TieProblem {
  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .notDrawn(let name): Phrase("\(name) is nothing that is drawn", "“\(name)”不是可抽样的参数或假设对象")
    case .certain(let name): Phrase("\(name) holds no distribution to tie", "“\(name)”没有分布，无从关联")
    case .twice(let name): Phrase("\(name) stands in correlate twice", "“\(name)”在关联中重复出现")
    case .outside: Phrase("a correlation lies between -1 and 1", "相关系数应在 -1 与 1 之间")
    case .contradiction(let first, let second, let rank, let other):
      Phrase(
        "\(first) and \(second) are tied twice, by \(shortestString(other)) and by \(shortestString(rank))",
        "“\(first)”与“\(second)”重复关联：\(shortestString(other)) 与 \(shortestString(rank))")
    case .impossible(let names, _, _, _):
      Phrase(
        "no draws are tied like this: \(names.joined(separator: ", "))",
        "不存在满足这些相关系数的抽样：\(names.joined(separator: "、"))")
    case .several(let name):
      Phrase(
        "\(name) has several distributions at once, and which of them is tied is open",
        "“\(name)”同时含有多个分布，无法确定关联哪一个")
    case .drawnDifferently(let first, let one, let second, let other):
      Phrase(
        "\(first) is drawn \(one.words.english), and \(second) \(other.words.english)",
        "“\(first)”\(one.words.chinese)，而“\(second)”\(other.words.chinese)")
    }
  }

  /// What to do about the problem.
  var help: [Phrase] {
    switch self {
    case .notDrawn, .certain:
      [
        Phrase("give a param a distribution: param g = 5% to 7%", "请给参数一个分布：参数 g = 5% 至 7%"),
        Phrase("or assume it with one: x grows 5% to 7% per year", "或在情景中以分布作出假设：x 增长 5% 至 7% 每年"),
      ]
    case .twice: [Phrase("leave one out", "请删去一处")]
    case .outside: [Phrase("write 0.6 or 60%", "请写 0.6 或 60%")]
    case .contradiction: [Phrase("leave one out", "请删去一处")]
    case .impossible(_, let untied, let strongest, let factor):
      untied.prefix(3).map { Phrase("\($0) are not tied, which counts as 0", "\($0) 没有关联，按 0 计") }
        + [
          strongest.map {
            Phrase("possible up to \(shortestString($0)) for each pair", "各对相关系数最多为 \(shortestString($0))")
          }
            ?? Phrase(
              "possible if each number is multiplied by \(shortestString(factor))",
              "各相关系数乘以 \(shortestString(factor)) 后即可成立")
        ]
    case .several:
      [Phrase("give each distribution a param of its own, and tie the params", "请给每个分布单设参数，再关联参数")]
    case .drawnDifferently:
      [
        Phrase(
          "draw both as params: param g = 5% to 7%, and x grows g per year",
          "请都写成参数：参数 g = 5% 至 7%，再写 x 增长 g 每年")
      ]
    }
  }
}

extension TieProblem.Drawing {
  /// How the draws repeat, behind the word `drawn`.
  fileprivate var words: Phrase {
    switch self {
    case .once: Phrase("once for all", "只抽取一次")
    case .eachMember: Phrase("once for each member", "按成员各抽取一次")
    case .eachPeriod: Phrase("anew in each period", "每期重新抽取")
    }
  }
}
