import Source

/// Everything that can be wrong with an aggregate over samples.
enum SampleProblem {
  /// Another dimension would be collapsed together with the samples.
  case notAlone
  /// The function says nothing of samples.
  case function(Builtin)
  /// Something is given that only data have: weights, members that must be known throughout.
  case argument(String)
  /// What a scenario says is no number of samples.
  case count
}

extension SampleProblem {
  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .notAlone: Phrase("samples are collapsed by themselves", "样本须单独归并")
    case .function(let builtin):
      Phrase("\(builtin.english) says nothing of samples", "“\(builtin.chinese)”不适用于样本")
    case .argument(let name): Phrase("samples take no \(name)", "样本不用“\(name)”")
    case .count: Phrase("this is no number of samples", "这不是样本数")
    }
  }

  /// What to do about the problem.
  var help: [Phrase] {
    switch self {
    case .notAlone:
      [
        Phrase(
          "take two steps: aggregate a = sum(x) over region, aggregate b = quantile(a, 0.05) over sample",
          "请分两步：聚合 a = 求和(x) 针对 地区，聚合 b = 分位数(a, 0.05) 针对 样本")
      ]
    case .function:
      [
        Phrase(
          "use one of: mean, median, min, max, quantile, stdev, cv, share, count",
          "可用：均值、中位数、最小、最大、分位数、标准差、变异系数、占比、计数")
      ]
    case .argument: [Phrase("leave it out", "请删去")]
    case .count:
      [
        Phrase(
          "a whole number from 1 to \(CheckedProgram.sampleCounts.upperBound): over 100000 samples",
          "1 至 \(CheckedProgram.sampleCounts.upperBound) 的整数：针对 100000 样本")
      ]
    }
  }
}
