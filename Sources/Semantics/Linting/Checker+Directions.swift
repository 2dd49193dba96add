import Indicators
import Source

extension Checker {
  /// Reports the targets that are a number alone where nobody says which direction is better, if targets are judged.
  ///
  /// Names that speak of what is mostly wanted low stand apart. A script that states directions is taken to have left
  /// the others out on purpose; in one that states none, targets below the last value observed are named first.
  mutating func lintDirections() {
    guard program.judgesTargets else { return }
    let statesDirections = program.indicators.contains { $0.better != nil }
    var suspects: [(target: SheetTarget, sheet: Sheet)] = []
    var below: [(target: SheetTarget, sheet: Sheet)] = []
    var others: [(target: SheetTarget, sheet: Sheet)] = []
    for (sheetIndex, sheet) in catalogue.sheets.enumerated() {
      let open = sheet.targets.indices.filter { target in
        guard sheet.targets.conditions(of: target).contains(where: { $0.bareNumber != nil }) else { return false }
        guard let position = position(ofSheet: sheetIndex, Int(sheet.targets.indicators[target])) else { return false }
        return program.indicators[position].better == nil
      }.map { sheet.targets[$0] }
      if open.isEmpty { continue }
      let last = lastValues(ofSheet: sheetIndex, indicators: Set(open.map { Int32(clamping: $0.indicator) }))
      for target in open {
        let before = last[LastValueKey(target)]
        let asked = target.conditions.compactMap(\.bareNumber).first
        if LowerIsBetterWords.speaks(sheet.indicators[target.indicator].name) {
          suspects.append((target, sheet))
        } else if let asked, let before, asked < before {
          below.append((target, sheet))
        } else {
          others.append((target, sheet))
        }
      }
    }
    report(suspects, isSuspect: true)
    if !statesDirections { report(below + others, isSuspect: false) }
  }

  private mutating func report(_ targets: [(target: SheetTarget, sheet: Sheet)], isSuspect: Bool) {
    guard let first = targets.first else { return }
    var names = OrderedNames([])
    names.insert(targets.map { $0.sheet.indicators[$0.target.indicator].name })
    diagnostics.append(
      Lint.directionUnknown(names.list, count: targets.count, isSuspect: isSuspect)
        .diagnostic(at: .cell(first.sheet.place(of: first.target))))
  }

  private func lastValues(ofSheet sheet: Int, indicators: Set<Int32>) -> [LastValueKey: Double] {
    let observations = catalogue.sheets[sheet].observations
    var last: [LastValueKey: (period: Period, value: Double)] = [:]
    for row in 0..<observations.count
    where observations.reason[row] == .known && indicators.contains(observations.indicator[row]) {
      let key = LastValueKey(
        indicator: Int(observations.indicator[row]), members: observations.members.map { $0[row] })
      if let earlier = last[key], observations.period[row] < earlier.period { continue }
      last[key] = (observations.period[row], observations.value[row])
    }
    return last.mapValues(\.value)
  }
}

/// One cell of a sheet without its period.
private struct LastValueKey: Hashable {
  let indicator: Int
  let members: [Int32]

  init(indicator: Int, members: [Int32]) {
    self.indicator = indicator
    self.members = members
  }

  init(_ target: SheetTarget) {
    self.init(indicator: target.indicator, members: target.members.map { $0?.code ?? -1 })
  }
}

/// Words in names of indicators of which less is mostly better; an editable table.
enum LowerIsBetterWords {
  static let words = [
    "死亡", "失业", "能耗", "排放", "浓度", "差异系数", "倍差", "基尼", "恩格尔", "成讼", "事故", "负债", "投诉", "发病", "逾期", "超时",
    "辍学", "返贫", "欠薪", "差错", "违法", "不合格", "赤字", "空置", "不良", "积压", "病枯死", "耗水", "水耗",
    "mortality", "unemployment", "emission", "pollution", "accident", "poverty",
  ]

  /// Words that turn the meaning round: of what is remedied, more is better.
  static let cures = ["办结", "办理", "处理", "处置", "整改", "达标", "下降", "降低", "减少", "减排", "削减", "化解", "救助", "保险", "回复", "查处"]

  static func speaks(_ name: String) -> Bool {
    let name = name.lowercased()
    return words.contains { name.contains($0) } && !cures.contains { name.contains($0) }
  }
}

extension TargetCondition {
  /// The number of a target that is a number alone.
  fileprivate var bareNumber: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}
