import Testing

/// Recounts the four sheets of the worked example against the numbers that the plan's own text and headings state.
@Suite struct SheetCountTests {
  /// What the plan states of one sheet: its items (序号), and the rows that stand under them.
  struct Stated: CustomTestStringConvertible {
    let sheet: String
    let headings: String
    let items: Int
    let rows: Int

    var testDescription: String { sheet }
  }

  /// 72个指标, 18个标志性成果, 51项重点工作, 43项重大改革.
  static let plan = [
    Stated(sheet: "表1", headings: "类别,序号,项目,指标,2023年目标,责任单位,指标属性", items: 72, rows: 74),
    Stated(sheet: "附表2", headings: "序号,标志性成果,指标名称,2022年实际值,2023年目标值,责任单位", items: 18, rows: 49),
    Stated(sheet: "附表3", headings: "类别,序号,重点工作,指标名称,2022年实际值,2023年目标值,责任单位", items: 51, rows: 127),
    Stated(sheet: "附表4", headings: "类别,序号,重大改革,指标名称,2022年实际值,2023年目标值,责任单位", items: 43, rows: 94),
  ]

  @Test(arguments: plan)
  func headingsAreThePrintedOnes(stated: Stated) throws {
    #expect(try PrintedSheet(stated.sheet).headings.joined(separator: ",") == stated.headings)
  }

  @Test(arguments: plan)
  func rowsAndItemsAreComplete(stated: Stated) throws {
    let sheet = try PrintedSheet(stated.sheet)
    #expect(sheet.rows.count == stated.rows)
    #expect(sheet.rows.allSatisfy { $0.count == sheet.headings.count })
    // Items are numbered 1, 2, 3 … in the order of the rows, and none is left out.
    #expect(distinct(try sheet.column("序号")) == (1...stated.items).map(String.init))
  }

  @Test func theFourSheetsHave344Rows() throws {
    #expect(try Self.plan.map { try PrintedSheet($0.sheet).rows.count }.reduce(0, +) == 344)
  }

  /// A merged cell stands on every row it covers, so only 项目 may be empty: it names the items that have several rows.
  @Test(arguments: plan)
  func mergedCellsAreFilledDown(stated: Stated) throws {
    let sheet = try PrintedSheet(stated.sheet)
    for (heading, index) in zip(sheet.headings, sheet.headings.indices) where heading != "项目" {
      let empty = sheet.rows.indices.filter { sheet.rows[$0][index].isEmpty }
      #expect(empty.isEmpty, "\(stated.sheet) \(heading)")
    }
  }

  /// `经济发展(9项)` says how many items follow: 51 and 43 in all.
  @Test(arguments: [("附表3", 7, 51), ("附表4", 6, 43)])
  func groupsHaveTheItemsTheirHeadingsState(name: String, groups: Int, items: Int) throws {
    let sheet = try PrintedSheet(name)
    let headings = try sheet.column("类别")
    let numbers = try sheet.column("序号")
    #expect(distinct(headings).count == groups)
    var total = 0
    for heading in distinct(headings) {
      let stated = try #require(statedItems(of: heading), "\(heading)")
      let counted = Set(zip(headings, numbers).filter { $0.0 == heading }.map(\.1)).count
      #expect(counted == stated, "\(heading)")
      total += stated
    }
    #expect(total == items)
  }

  /// The five classes of 表1 cover the 72 indicators without a gap; two of these have two rows each.
  @Test func classesOfTheFirstTable() throws {
    let sheet = try PrintedSheet("表1")
    let classes = try sheet.column("类别")
    let numbers = try sheet.column("序号")
    #expect(distinct(classes) == ["物质富裕", "城乡富美", "生活富足", "精神富有", "社会富安"])
    let sizes = distinct(classes).map { name in Set(zip(classes, numbers).filter { $0.0 == name }.map(\.1)).count }
    #expect(sizes == [17, 10, 28, 10, 7])
    let parents = zip(numbers, try sheet.column("项目")).filter { !$0.1.isEmpty }
    #expect(parents.map(\.0) == ["37", "37", "53", "53"])
    #expect(Set(try sheet.column("指标属性")) == ["评价指标", "特色指标", "观察指标"])
  }

  /// Officials wrote 149 different targets.
  @Test func distinctTargetNotations() throws {
    var notations: Set<String> = []
    for stated in Self.plan {
      notations.formUnion(try PrintedSheet(stated.sheet).column(stated.sheet == "表1" ? "2023年目标" : "2023年目标值"))
    }
    #expect(notations.count == 149)
  }

  /// The number in `经济发展(9项)`.
  private func statedItems(of heading: String) -> Int? {
    guard let open = heading.lastIndex(of: "("), heading.hasSuffix("项)") else { return nil }
    return Int(heading[heading.index(after: open)...].dropLast(2))
  }

  /// The values in the order in which they first appear.
  private func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
