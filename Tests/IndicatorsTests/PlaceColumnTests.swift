import Testing

@testable import Indicators

/// Two columns of places in a sheet that is sorted by them, so that its first rows are all of one place.
@Suite struct PlaceColumnTests {
  private func sheet(_ headings: String, _ places: [String]) -> SheetReading {
    let rows = places.flatMap { place in
      (0..<5).flatMap { indicator in (2001...2020).map { "\(place),I\(indicator),\($0),\($0)" } }
    }
    return read(([headings] + rows).joined(separator: "\n")).reading
  }

  @Test(arguments: [false, true]) func theFinerOneIsTheRegion(_ isFinerFirst: Bool) {
    let places = [("江省", "甲县"), ("江省", "乙县"), ("河省", "丙县")]
    let reading = sheet(
      isFinerFirst ? "region,province,indicator,period,value" : "province,region,indicator,period,value",
      places.map { isFinerFirst ? "\($0.1),\($0.0)" : "\($0.0),\($0.1)" })
    #expect(reading.sheet.dimensions.map(\.name) == ["region", "province"])
    let catalogue = Catalogue(units: .standard, names: NameTable(), sheets: [reading.sheet])
    #expect(catalogue.summaries[0].members.map(\.count) == [3, 2])
    #expect(catalogue.clashes(sheet: 0).isEmpty)
  }

  @Test func oneThatSaysTheSameIsLeftOut() {
    let reading = sheet("地区,region,indicator,period,value", ["甲县,1", "乙县,2", "丙县,3"])
    #expect(reading.sheet.dimensions.map(\.name) == ["region"])
    #expect(reading.sheet.notes.contains { $0.kind == .ignoredColumn && $0.place.column == 2 })
  }
}
