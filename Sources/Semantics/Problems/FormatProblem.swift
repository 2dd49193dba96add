import Source
import Units

/// Everything the checker can find wrong with the format of a brace.
enum FormatProblem {
  /// Nothing in a format is called so.
  case unknownWord(String, nearest: [String])
  /// Two words say the same thing of a number.
  case twice(String, String)
  /// More digits are asked for than are printed.
  case tooManyDigits(String)
  /// A list of no words is asked for.
  case emptyList(String)
  /// The value does not convert to the unit.
  case unit(MeasurementUnit, from: MeasurementUnit, value: String)
  /// The word formats values of another type.
  case type(String, for: Phrase)
  /// The word tells a change, and the value is none; calls that give one, with the functions' names in both languages.
  case noChange(String, value: String, calls: [Phrase])
  /// The word speaks of another change than the function that gives the value.
  case otherChange(String, function: Phrase, instead: [String])
  /// The word tells changes in another unit.
  case otherUnit(String, MeasurementUnit, instead: String)

  /// The stable code of this problem.
  var code: Diagnostic.Code {
    switch self {
    case .unknownWord: .unknownWord
    case .twice: .duplicateClause
    case .tooManyDigits, .emptyList: .outOfRange
    case .unit, .otherUnit: .unitMismatch
    case .type, .noChange, .otherChange: .typeMismatch
    }
  }

  /// One line that says what is wrong.
  var message: Phrase {
    switch self {
    case .unknownWord(let word, _): Phrase("\(word) is no format", "“\(word)”不是可用的格式")
    case .twice(let first, let second):
      Phrase("\(second) contradicts \(first) in one format", "同一格式中“\(second)”与“\(first)”重复")
    case .tooManyDigits(let word):
      Phrase("\(word) asks for more than 12 digits after the point", "“\(word)”超出小数位数上限 12")
    case .emptyList(let word): Phrase("\(word) leaves nothing of the list", "“\(word)”使列表一项不剩")
    case .unit(let unit, let own, let value) where own == .one:
      Phrase("\(value) has no unit, and cannot be printed in \(unit.shown)", "“\(value)”没有单位，不能以“\(unit.shown)”输出")
    case .unit(let unit, let own, let value):
      Phrase(
        "\(value) is in \(own.shown), which does not convert to \(unit.shown)",
        "“\(value)”以“\(own.shown)”计，不能换算成“\(unit.shown)”")
    case .type(let word, let type): Phrase("\(word) formats \(type.english)", "“\(word)”只用于\(type.chinese)")
    case .noChange(let word, let value, _):
      Phrase("\(word) tells a change, and \(value) is none", "“\(word)”表述变动，而“\(value)”不是变动")
    case .otherChange(let word, let function, _):
      Phrase("\(word) does not say what \(function.english) gives", "“\(word)”与函数“\(function.chinese)”的含义不符")
    case .otherUnit(let word, let own, _):
      Phrase("\(word) does not tell a change in \(own.shown)", "“\(word)”不能表述以“\(own.shown)”计的变动")
    }
  }

  /// What to do about the problem.
  var help: [Phrase] {
    switch self {
    case .unknownWord(_, let nearest):
      (nearest.isEmpty
        ? [] : [Phrase("near: \(enumeration(nearest).english)", "相近的有：\(enumeration(nearest).chinese)")])
        + [
          Phrase(
            "a format is made of a unit, .1, a comma, bare, and one of: \(enumeration(TextFormat.words(.english), atMost: 20).english)",
            "格式由单位、.1、逗号、无单位以及下列词语组成：\(enumeration(TextFormat.words(.chinese), atMost: 20).chinese)")
        ]
    case .twice: [Phrase("leave one of them", "请只保留其一")]
    case .tooManyDigits: [Phrase("write .0 to .12", "请写 .0 至 .12")]
    case .emptyList: [Phrase("write top 3", "请写 前3")]
    case .unit(let unit, let own, _) where unit.nature != own.nature && unit.dimensions == own.dimensions:
      [Phrase("a difference of percentages is in pp, a percentage in %", "百分数之差以百分点（pp）计，百分数以 % 计")]
    case .unit(_, let own, _) where own == .one: []
    case .unit(_, let own, _):
      [Phrase("write a unit of the same kind, or none for \(own.shown)", "请写同类单位，或省略单位而按“\(own.shown)”输出")]
    case .type: []
    case .noChange(let word, _, let calls):
      calls.map { Phrase("write \($0.english) : \(word)}", "请写 \($0.chinese) : \(word)}") }
    case .otherChange(_, _, let instead):
      [Phrase("write one of: \(enumeration(instead).english)", "可用：\(enumeration(instead).chinese)")]
    case .otherUnit(_, _, let instead): [Phrase("write \(instead)", "请写 \(instead)")]
    }
  }
}
