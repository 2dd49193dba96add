import Source
import Testing
import Units

@testable import Indicators

/// Gathers the rows of an indicator into a cube.
@Suite struct CatalogueTests {
  private func catalogue(_ text: String) -> Catalogue {
    let (reading, names) = read(text)
    return Catalogue(units: .standard, names: names, sheets: [reading.sheet])
  }

  private func labels(_ cube: Cube, _ names: NameTable) -> [[String]] {
    cube.axes.map { axis in
      axis.labels.map { label in
        switch label {
        case .period(let period): period.description
        case .member(let member): names[member]
        case .row(let row): "\(row)"
        }
      }
    }
  }

  @Test func membersStandByFirstAppearanceAndPeriodsAscend() {
    let catalogue = catalogue(
      """
      region,indicator,period,value
      b,x,2022,1
      a,x,2021,2
      b,y,2019,9
      b,x,2020,3.25
      """)
    let gathered = catalogue.cube(sheet: 0, indicator: 0)
    #expect(gathered.cube.axes.map(\.dimension) == [.region, .period])
    #expect(labels(gathered.cube, catalogue.names) == [["b", "a"], ["2020", "2021", "2022"]])
    #expect((0..<6).map { gathered.cube[$0] } == [3.25, nil, 1, nil, 2, nil])
    #expect(gathered.cube.reasons[1] == .outsideData)
    #expect(gathered.origins == [3, -1, 0, -1, 1, -1])
    #expect(gathered.decimals == [2, 0, 0, 0, 0, 0])
  }

  @Test func anAxisWithoutMembersIsDropped() {
    let catalogue = catalogue("region,indicator,period,value\n,x,2022,1\n,x,2021,2\na,y,2021,2\n,y,2021,3\n")
    #expect(catalogue.cube(sheet: 0, indicator: 0).cube.axes.map(\.dimension) == [.period])
    let mixed = catalogue.cube(sheet: 0, indicator: 1)
    #expect(labels(mixed.cube, catalogue.names) == [["a", ""], ["2021"]])
    #expect(mixed.cube.values == [2, 3])
  }

  @Test func equalValuesAreOneCellAndDifferentOnesAConflict() {
    let catalogue = catalogue(
      "indicator,period,value,unit\nx,2021,1,万元\nx,2021,10000,元\nx,2022,1,万元\nx,2022,1.5,万元\nx,2022,1.0,万元\n")
    let gathered = catalogue.cube(sheet: 0, indicator: 0)
    #expect(gathered.cube.reasons == [.known, .conflict])
    #expect(gathered.cube[0] == 1)
    #expect(gathered.decimals[0] == 4)
    #expect(gathered.origins == [0, 2])
    #expect(gathered.notes.map(\.kind) == [.repeated, .clash, .repeated])
    #expect(gathered.notes[1].place.line == 5)
    #expect(gathered.notes[1].place.content == "1.5")
    #expect(gathered.notes[1].reason.english.contains("line 4 has '1'"))
    #expect(catalogue.clashes(sheet: 0) == gathered.notes)
  }

  @Test func aKnownValueBeatsAMissingOneInEitherOrder() {
    let catalogue = catalogue("indicator,period,value\nx,2021,\nx,2021,5\nx,2022,6\nx,2022,/\nx,2023,\nx,2023,n/a\n")
    let gathered = catalogue.cube(sheet: 0, indicator: 0)
    #expect(gathered.cube[0] == 5)
    #expect(gathered.cube[1] == 6)
    #expect(gathered.cube.reasons[2] == .notReported)
    #expect(gathered.origins == [1, 2, 4])
    #expect(gathered.notes.isEmpty)
  }

  @Test func anIndicatorWithoutRowsIsOneMissingCell() {
    let catalogue = catalogue("指标,2023年目标\nx,5\n")
    let gathered = catalogue.cube(sheet: 0, indicator: 0)
    #expect(gathered.cube.axes.isEmpty)
    #expect(gathered.cube.reasons == [.outsideData])
    #expect(gathered.origins == [-1])
  }

  /// Every seventh cell is not in the sheet; the rows are enough for several to share them.
  @Test func workersWhoShareALargeSheetGiveTheCubesOfItsRows() {
    var text = "region,indicator,period,value\n"
    for region in 0..<400 {
      for indicator in 0..<5 {
        for year in 2010..<2020 where (region + indicator + year) % 7 > 0 {
          text += "r\(region),x\(indicator),\(year),\(region * year + indicator)\n"
        }
      }
    }
    let (reading, names) = read(text)
    let workers = Workers(count: 3) { count, work in
      for worker in (0..<count).reversed() { work(worker) }
    }
    let catalogue = Catalogue(units: .standard, names: names, sheets: [reading.sheet], workers: workers)
    for indicator in 0..<5 {
      let values = catalogue.values(sheet: 0, indicator: indicator)
      let cube = catalogue.cube(sheet: 0, indicator: indicator).cube
      #expect(values.count == 4000)
      #expect((0..<4000).map { values[$0] } == (0..<4000).map { cube[$0] })
      #expect(values.reasons == cube.reasons)
    }
  }

  @Test func combinationsBeyondMeasureAreRefused() {
    var text = "地区,指标,甲类,乙类,丙类,年份,数值\n"
    for row in 0..<700 { text += "r\(row),x,a\(row),b\(row),c\(row),2022,1\n" }
    let gathered = catalogue(text).cube(sheet: 0, indicator: 0)
    #expect(gathered.cube.count == 1)
    #expect(gathered.cube[0] == nil)
    #expect(gathered.notes.count == 1)
  }
}
