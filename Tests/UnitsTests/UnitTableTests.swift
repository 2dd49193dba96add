import Testing
import Units

struct UnitTableTests {
  @Test(
    arguments: [
      ("元", "元", 1.0), ("万元", "元", 1e4), ("亿元", "元", 1e8), ("万亿元", "元", 1e12), ("千元", "元", 1e3),
      ("亿元人民币", "元", 1e8), ("万人", "人", 1e4), ("百人", "人", 100), ("人口", "人", 1), ("万人次", "人次", 1e4),
      ("万户", "户", 1e4), ("万吨", "千克", 1e7), ("千瓦时", "焦", 3.6e6), ("万千瓦时", "千瓦时", 1e4), ("亿千瓦时", "度", 1e8),
      ("千米", "米", 1000), ("千克", "克", 1000), ("百分点", "pp", 1), ("万", "1", 1e4), ("亿", "1", 1e8), ("万亿", "亿", 1e4),
      ("㎡", "平方米", 1), ("k㎡", "平方米", 1e6), ("公顷", "平方米", 1e4), ("万亩", "公顷", 1e4 / 15), ("岁", "年", 1),
      ("年", "月", 12), ("日", "小时", 24), ("吨标准煤", "GJ", 29.3076), ("μg", "微克", 1), ("µg", "克", 1e-6),
      ("‰", "%", 0.1), ("ｋｍ", "米", 1000), (" 万元 ", "元", 1e4), ("persons", "人", 1), ("RMB", "元", 1),
    ] as [(String, String, Double)])
  func namesHaveSizes(_ name: String, _ base: String, _ size: Double) throws {
    let found = try #require(UnitTable.standard.unit(named: name))
    let step = try #require(found.factor(to: unit(base)))
    #expect(abs(step(1) - size) <= 1e-15 * size)
  }

  @Test(arguments: ["万%", "亿pp", "万元元", "万万元", "元万", "公里每小时", "", " ", "万 元", "人民 币"])
  func whatIsNoNameIsNil(_ name: String) {
    #expect(UnitTable.standard.unit(named: name) == nil)
  }

  @Test func countingWordsAreApart() throws {
    let words = ["个", "家", "户", "名", "次", "件", "项", "人次", "户次", "分", "标箱", "社区", "村", "街道", "美元"]
    for (position, first) in words.enumerated() {
      let found = try #require(UnitTable.standard.unit(named: first))
      for second in words[(position + 1)...] {
        #expect(found.factor(to: unit(second)) == nil, "\(first) converts to \(second)")
      }
    }
  }

  @Test func everyUnitOfTheWorkedExampleIsKnown() {
    let printed = [
      "%", "个", "亿元", "人", "家", "元", "万元", "次", "场", "件", "条", "张", "名", "公里", "亩", "万人次", "万", "岁",
      "场次", "㎡", "项", "起", "街道", "社区", "批次/千人", "批次", "户", "微克/立方米", "年", "平方米/万元", "宗", "套",
      "吨标准煤/万元", "吨/万元", "台", "分", "册", "公里/平方公里", "元/年/家", "元/人/月", "亿元人民币", "人次", "人/亿元",
      "个数", "万株", "万户", "万家", "万册", "万人", "万亩", "k㎡", "间",
    ]
    for text in printed {
      #expect(UnitTable.standard.parse(text).value?.symbol == text)
    }
  }

  @Test func aDeclaredUnitConverts() {
    var table = UnitTable.standard
    let isAdded1 = table.declare("石", as: (60, unit("公斤")))
    #expect(isAdded1)
    #expect(table.parse("万石/亩").value?.factor(to: unit("吨/亩"))?.ratio == 600)
    let isAdded2 = table.declare("贫困户", as: nil)
    #expect(isAdded2)
    #expect(table.unit(named: "万贫困户")?.factor(to: unit("户")) == nil)
    let isAdded3 = table.declare("成", as: (10, unit("%")))
    #expect(isAdded3)
    #expect(table.unit(named: "成")?.nature == .percentage)
    let isAdded4 = table.declare("工日", as: (8, unit("人*小时")))
    #expect(isAdded4)
    #expect(table.unit(named: "工日")?.factor(to: unit("人*小时"))?.ratio == 8)
    #expect(UnitTable.standard.unit(named: "石") == nil)
  }

  @Test func aTakenNameIsRefused() {
    var table = UnitTable.standard
    let isRefused5 = !table.declare("元", as: (2, unit("美元")))
    #expect(isRefused5)
    let isRefused6 = !table.declare("万元", as: nil)
    #expect(isRefused6)
    let isRefused7 = !table.declare("人", as: (2, unit("人")))
    #expect(isRefused7)
    let isAdded8 = table.declare("石", as: (60, unit("公斤")))
    #expect(isAdded8)
    let isRefused9 = !table.declare("石", as: (60, unit("公斤")))
    #expect(isRefused9)
    let isRefused10 = !table.declare("空", as: (0, unit("公斤")))
    #expect(isRefused10)
    let isRefused11 = !table.declare("空", as: (.infinity, unit("公斤")))
    #expect(isRefused11)
    #expect(table.unit(named: "空") == nil)
  }

  @Test func aStandardUnitMayBeStatedAgain() {
    var table = UnitTable.standard
    let isAdded12 = table.declare("亩", as: (666.667, unit("平方米")))
    #expect(isAdded12)
    let step = table.unit(named: "亩")?.factor(to: unit("平方米"))
    #expect(step.map { $0(3) } == 2000.001)
    let isRefused13 = !table.declare("亩", as: (666.667, unit("平方米")))
    #expect(isRefused13)
  }

  @Test(arguments: [
    ("万圆元", "万元"), ("平方公尺", "平方公里"), ("人民", "人民币"), ("pesron", "person"), ("亿美", "亿美元"),
    ("平方", "平方米"), ("公力", "公里"),
  ])
  func nearNamesAreOffered(_ wrong: String, _ right: String) {
    let near = UnitTable.standard.nearest(to: wrong)
    #expect(near.contains(right), "\(near)")
    #expect(near.count <= 3)
  }

  @Test func nonsenseHasNoNearName() {
    #expect(UnitTable.standard.nearest(to: "qwertyuiop") == [])
    #expect(UnitTable.standard.nearest(to: "") == [])
    #expect(UnitTable.standard.nearest(to: String(repeating: "万", count: 10_000)) == [])
  }
}
