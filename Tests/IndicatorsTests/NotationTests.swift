import Testing
import Units

@testable import Indicators

/// Reads targets in the notation of plans other than the worked example.
@Suite struct NotationTests {
  private func conditions(_ text: String, _ unit: String, _ name: String = "") -> [TargetCondition] {
    let table = UnitTable.standard
    return readTargetNotation(text, unit: table.unit(named: unit), units: table, indicator: name).conditions
  }

  @Test(
    arguments: [
      ("≥98.5%", "%", .atLeast(98.5)), ("＞７０", "个", .moreThan(70)), ("不低于98%", "%", .atLeast(98)),
      ("不少于 1,200 人", "人", .atLeast(1200)), ("达到50%以上", "%", .atLeast(50)), ("超过3000", "元", .moreThan(3000)),
      ("超1.2亿元", "万元", .moreThan(12000)), ("力争达到10", "个", .atLeast(10)), ("5%以内", "%", .atMost(5)),
      ("控制在5.5%以内", "%", .atMost(5.5)), ("控制在23以下", "微克", .atMost(23)), ("不高于3", "", .atMost(3)),
      ("不超过3%", "%", .atMost(3)), ("低于23", "", .lessThan(23)), ("≤0.3", "", .atMost(0.3)), ("<=0.3", "", .atMost(0.3)),
      ("完成20亿元", "亿元", .number(20)), ("实现100%", "%", .number(100)), ("20亿元左右", "亿元", .milestone("20亿元左右")),
      ("约20", "亿元", .milestone("约20")), ("3个", "个", .number(3)), ("三个", "个", .number(3)), ("十五个以上", "个", .atLeast(15)),
      ("两家", "家", .number(2)), ("一百二十", "家", .number(120)), ("1.5万", "人", .number(15000)),
      ("1.5万", "万人", .milestone("1.5万")),
      ("60%-70%", "%", .inRange(60, 70)), ("60~70%", "%", .inRange(60, 70)), ("60至70", "", .inRange(60, 70)),
      ("60—70", "", .inRange(60, 70)), ("保持在60-70", "", .inRange(60, 70)), ("70-60", "", .milestone("70-60")),
      ("-5", "", .number(-5)), ("-5--3", "", .inRange(-5, -3)), ("2021-2025", "", .milestone("2021-2025")),
      ("增长6%以上", "亿元", .grows(0.06)), ("同比增长0.7%", "亿元", .grows(0.007)), ("比上年增长5.5%", "元", .grows(0.055)),
      ("下降3%", "吨", .shrinks(0.03)), ("降低0.5个百分点", "%", .adds(-0.5)), ("提高0.4个百分点以上", "%", .adds(0.4)),
      ("提高5%", "%", .milestone("提高5%")), ("新增1000", "个", .adds(1000)), ("新增不少于10家", "家", .adds(10)),
      ("增加1.2万亩", "亩", .adds(12000)), ("减少3个", "个", .adds(-3)), ("增长6", "亿元", .milestone("增长6")),
      ("提高到80%", "%", .atLeast(80)), ("提升至80%以上", "%", .atLeast(80)), ("下降到3%以下", "%", .atMost(3)),
      ("降至3", "", .atMost(3)),
      ("增长5%左右", "亿元", .milestone("增长5%左右")), ("增长5%-6%", "亿元", .milestone("增长5%-6%")),
      ("稳步提升", "", .rises), ("稳中有升", "", .rises), ("正增长", "", .rises), ("保持增长", "", .rises), ("持续下降", "", .falls),
      ("进一步缩小", "", .falls), ("持续改善", "", .milestone("持续改善")), ("高于上年", "", .rises), ("不低于上年", "", .adds(0)),
      ("只增不减", "", .adds(0)), ("只减不增", "", .shrinks(0)), ("不降低", "", .adds(0)), ("持平", "", .milestone("持平")),
      ("保持81.5岁", "岁", .holds(81.5)), ("维持在95%以上", "%", .atLeast(95)), ("稳定在98%", "%", .holds(98)),
      ("五分之一", "%", .number(20)), ("四分之三以上", "%", .atLeast(75)), ("百分之九十", "%", .number(90)),
      ("八成以上", "%", .atLeast(80)),
      ("过半", "%", .milestone("过半")), ("一半以上", "%", .atLeast(50)), ("三分之二", "个", .milestone("三分之二")),
      ("全市前3", "", .ranks(within: 3, of: "全市")), ("排名全省第一", "", .ranks(within: 1, of: "全省")),
      ("进入全省前十名", "", .ranks(within: 10, of: "全省")), ("位居山区26县前5位", "", .ranks(within: 5, of: "山区26县")),
      ("全省前列", "", .milestone("全省前列")), ("前5", "", .milestone("前5")), ("全省前10%", "", .milestone("全省前10%")),
      ("完成上级下达任务", "", .assigned), ("以省下达目标为准", "", .assigned), ("待下达", "", .assigned), ("完成省定目标", "", .assigned),
      ("完成省级下达的5个项目", "个", .milestone("完成省级下达的5个项目")),
      ("2023年底前建成", "", .milestone("2023年底前建成")), ("2023年", "", .milestone("2023年")), ("Ⅲ类", "", .milestone("Ⅲ类")),
      ("1:1.5", "", .milestone("1:1.5")), ("12/15", "个", .milestone("12/15")), ("3%", "元", .milestone("3%")),
      ("5个项目开工", "个", .milestone("5个项目开工")), ("90(其中城区95)", "%", .number(90)), ("50 000", "元", .number(50000)),
      ("12 34", "元", .milestone("12 34")), ("1e400", "元", .milestone("1e400")),
    ] as [(String, String, TargetCondition)])
  func reads(text: String, unit: String, expected: TargetCondition) {
    #expect(conditions(text, unit) == [expected])
  }

  @Test(
    arguments: [
      ("增速10%以上,全省前5", "%", [.milestone("增速10%以上"), .ranks(within: 5, of: "全省")]),
      ("不低于60%,不高于70%", "%", [.atLeast(60), .atMost(70)]),
      ("9,力争10", "个", [.number(9), .milestone("力争10")]),
      ("9,10", "个", [.milestone("9,10")]),
      ("新建10,全部投用", "个", [.adds(10), .milestone("全部投用")]),
      ("引进人才,15名", "名", [.milestone("引进人才,15名")]),
      ("≥95%；全市第二", "%", [.atLeast(95), .ranks(within: 2, of: "全市")]),
      ("稳步提升、高于全省平均", "%", [.rises, .milestone("高于全省平均")]),
      ("/", "%", []), ("—", "", []), ("", "", []),
    ] as [(String, String, [TargetCondition])])
  func readsJoinedParts(text: String, unit: String, expected: [TargetCondition]) {
    #expect(conditions(text, unit) == expected)
  }

  /// Where the indicator is the change itself, the number is its value.
  @Test(
    arguments: [
      ("增长10%", "%", "制造业投资增速", .number(10)), ("下降3%", "%", "单位GDP能耗下降率", .number(3)),
      ("下降3%", "%", "制造业投资增速", .milestone("下降3%")), ("新增1000", "个", "新增在册小微企业数", .number(1000)),
      ("新建5", "个", "新建青年社区", .number(5)), ("新增5", "个", "青年社区", .adds(5)),
    ] as [(String, String, String, TargetCondition)])
  func theIndicatorsNameCounts(text: String, unit: String, name: String, expected: TargetCondition) {
    #expect(conditions(text, unit, name) == [expected])
  }

  @Test func aUnitPrintedForAnIndicatorWithoutOneIsHandedBack() {
    let table = UnitTable.standard
    let percent = readTargetNotation("达到50%", unit: nil, units: table)
    #expect(percent.conditions == [.atLeast(50)])
    #expect(percent.unit?.symbol == "%")
    let places = readTargetNotation("2场以上", unit: nil, units: table)
    #expect(places.conditions == [.atLeast(2)])
    #expect(places.unit?.symbol == "场")
  }

  @Test(arguments: [("≥98.50", 2), ("增长1.3%", 1), ("1.5万", 0), ("60-70.5", 1), ("稳步提升", 0), ("达到50.0%,全市前3", 1)])
  func digitsAfterThePoint(text: String, expected: Int) {
    let reading = readTargetNotation(text, unit: nil, units: .standard)
    #expect(reading.decimals == expected)
  }

  @Test func theReadingIsSaidInBothLanguages() {
    let reading = readTargetNotation("达到50%,排名全省前30", unit: UnitTable.standard.unit(named: "%"), units: .standard)
    #expect(reading.description.english == "at least 50 and among the first 30 of 全省")
    #expect(reading.description.chinese == "不低于50，且全省前30")
    #expect(!reading.isPlain)
    #expect(readTargetNotation("≥5", unit: nil, units: .standard).isPlain)
    #expect(!readTargetNotation("三分之二以上", unit: nil, units: .standard).isPlain)
  }
}
