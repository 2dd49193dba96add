import Indicators
import Source

/// What meets, and does not meet, between the targets of sheets and scripts and their observations.
extension Checker {
  /// Reports indicators that have targets and no observation, and, in sheets with targets, those that are observed and
  /// have none: one finding for each.
  mutating func lintTargetsAndData() {
    var targeted: [Int] = []
    var sites: [Int: Site] = [:]
    for (sheetIndex, sheet) in catalogue.sheets.enumerated() {
      for target in sheet.targets where target.conditions.contains(where: \.isMeasured) {
        guard let position = position(ofSheet: sheetIndex, target.indicator), sites[position] == nil else { continue }
        targeted.append(position)
        sites[position] = .cell(sheet.place(of: target))
      }
    }
    for target in program.targets {
      guard let position = target.subject.indicator, sites[position] == nil else { continue }
      targeted.append(position)
      sites[position] = .script(target.subject.range)
    }
    let bare = targeted.filter { !isObserved($0) && program.indicators[$0].formula == nil }
    if let first = bare.first, let site = sites[first] {
      diagnostics.append(Lint.targetsWithoutData(bare.map { program.indicators[$0].name }).diagnostic(at: site))
    }
    for (sheetIndex, sheet) in catalogue.sheets.enumerated() where !sheet.targets.isEmpty {
      let aimed = Set(sheet.targets.map(\.indicator))
      let free = sheet.indicators.indices.filter { index in
        guard summaries[sheetIndex].knownCounts[index] > 0, !aimed.contains(index) else { return false }
        return position(ofSheet: sheetIndex, index).map { sites[$0] == nil } ?? false
      }
      guard let first = free.first else { continue }
      let indicator = sheet.indicators[first]
      let place = CellPlace(
        file: sheet.file, line: indicator.line, column: indicator.column, content: indicator.name)
      diagnostics.append(
        Lint.dataWithoutTargets(free.map { sheet.indicators[$0].name }).diagnostic(at: .cell(place)))
    }
  }

  /// Reports, sheet by sheet, the targets that are a number alone where nobody says which direction is better.
  ///
  /// Where the script states directions for the sheet, only those are reported whose number lies below the last value
  /// that was observed, or whose name speaks of what is mostly wanted low.
  mutating func lintDirections() {
    for (sheetIndex, sheet) in catalogue.sheets.enumerated() {
      let open = sheet.targets.filter { target in
        guard target.conditions.contains(where: \.isBareNumber) else { return false }
        guard let position = position(ofSheet: sheetIndex, target.indicator) else { return false }
        return program.indicators[position].better == nil
      }
      guard !open.isEmpty else { continue }
      let states = sheet.indicators.indices.contains { index in
        position(ofSheet: sheetIndex, index).map { program.indicators[$0].better != nil } ?? false
      }
      let last = lastValues(ofSheet: sheetIndex, indicators: Set(open.map { Int32(clamping: $0.indicator) }))
      let suspects = open.filter { target in
        let name = sheet.indicators[target.indicator].name
        let asked = target.conditions.compactMap(\.bareNumber).first
        let before = last[LastValueKey(target)]
        let isBelow = if let asked, let before { asked < before } else { false }
        return LowerIsBetterWords.speaks(name) || isBelow
      }
      report(suspects, of: sheet, isSuspect: true)
      if !states { report(open, of: sheet, isSuspect: false) }
    }
  }

  private mutating func report(_ targets: [SheetTarget], of sheet: Sheet, isSuspect: Bool) {
    guard let first = targets.first else { return }
    let names = targets.map { sheet.indicators[$0.indicator].name }
    diagnostics.append(
      Lint.directionUnknown(names, isSuspect: isSuspect).diagnostic(at: .cell(sheet.place(of: first))))
  }

  /// Returns the position in the program of an indicator of a sheet, over all sheets.
  private func position(ofSheet sheet: Int, _ index: Int) -> Int? {
    let name = catalogue.sheets[sheet].indicators[index].name
    guard case .definition(let definition) = scope.find(name) else { return nil }
    switch definition {
    case .indicator(let position): return position
    case .alias(let alias): return program.indicators.firstIndex { $0.formula == alias }
    case .parameter, .aggregate: return nil
    }
  }

  private func isObserved(_ position: Int) -> Bool {
    program.indicators[position].parts.contains { summaries[$0.sheet].knownCounts[$0.index] > 0 }
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
private enum LowerIsBetterWords {
  static let words = [
    "死亡", "失业", "能耗", "排放", "浓度", "差异系数", "倍差", "基尼", "恩格尔", "成讼", "事故", "负债", "投诉", "发病", "逾期", "超时",
    "辍学", "返贫", "欠薪", "差错", "违法", "不合格", "赤字", "空置", "不良", "积压", "病枯死", "耗水", "水耗",
    "mortality", "unemployment", "emission", "pollution", "accident", "poverty",
  ]

  static func speaks(_ name: String) -> Bool {
    let name = name.lowercased()
    return words.contains { name.contains($0) }
  }
}

extension TargetCondition {
  /// The number of a target that is a number alone.
  fileprivate var bareNumber: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  fileprivate var isBareNumber: Bool { bareNumber != nil }

  /// Whether a value is needed to judge it.
  fileprivate var isMeasured: Bool {
    switch self {
    case .assigned, .ranks, .milestone: false
    case .atLeast, .moreThan, .atMost, .lessThan, .equal, .number, .inRange, .grows, .shrinks, .adds, .holds, .rises,
      .falls:
      true
    }
  }
}

extension Sheet {
  /// Returns the cell that `target` is printed in.
  fileprivate func place(of target: SheetTarget) -> CellPlace {
    CellPlace(file: file, line: target.line, column: target.column, content: target.raw)
  }
}

extension CheckedExpression {
  /// The indicator that the expression is, whole or in part.
  fileprivate var indicator: Int? {
    switch form {
    case .definition(.indicator(let position)): position
    case .selection(let inner, _), .converted(let inner, _): inner.indicator
    default: nil
    }
  }
}
