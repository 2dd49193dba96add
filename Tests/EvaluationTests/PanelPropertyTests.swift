import TestSupport
import Testing

@Suite struct PanelPropertyTests {
  private let panels: [RandomPanel] = {
    var random = SeededGenerator(seed: 12)
    return (0..<40).map { _ in RandomPanel(&random) }
  }()

  @Test func aRatioIsOfThePairsThatAreKnown() {
    for panel in panels {
      let found = panel.numbers("show ratio(x, y) at 2020..2023")
      let expected = RandomPanel.years.map { year -> Double? in
        let pairs = panel.pairs(year)
        return pairs.isEmpty ? nil : pairs.reduce(0) { $0 + $1.0 } / pairs.reduce(0) { $0 + $1.1 }
      }
      #expect(zip(found[0], expected).allSatisfy(agrees), "\(found) \(expected) \(panel.text)")
      #expect(found[0].count == 4)
    }
  }

  @Test func anyDimensionMayBeKeptOrCollapsed() {
    for panel in panels {
      let script = """
        aggregate a = sum(x) by zone
        aggregate b = sum(x) over region
        aggregate c = sum(x) over zone
        aggregate d = ratio(x, y) by zone
        aggregate e = count(x) over region, zone, period
        show a[东], b[东], a[西], b[西], a[南], b[南], d[东], d[西] at 2020..2023
        show c by region at 2021
        show e
        """
      let areas = Set(panel.places.map(\.area))
      let known = RandomPanel.areas.filter(areas.contains)
      guard known.count == 3 else { continue }
      let found = panel.numbers(script)
      for (index, area) in ["东", "西", "南"].enumerated() {
        let sums = RandomPanel.years.map { year -> Double? in
          let values = panel.places.filter { $0.area == area }.compactMap { panel.value("x", $0, year) }
          return values.isEmpty ? nil : values.reduce(0, +)
        }
        for row in [2 * index, 2 * index + 1] {
          #expect(zip(found[0][(row * 4)..<(row * 4 + 4)], sums).allSatisfy(agrees), "\(area) \(panel.text)")
        }
      }
      for (index, area) in ["东", "西"].enumerated() {
        let ratios = RandomPanel.years.map { year -> Double? in
          let pairs = panel.pairs(year) { $0.area == area }
          return pairs.isEmpty ? nil : pairs.reduce(0) { $0 + $1.0 } / pairs.reduce(0) { $0 + $1.1 }
        }
        #expect(zip(found[0][((6 + index) * 4)..<((7 + index) * 4)], ratios).allSatisfy(agrees), "\(panel.text)")
      }
      // Every region lies in one area, so collapsing the areas gives back its value.
      #expect(
        Set(found[1].compactMap { $0 }) == Set(panel.places.compactMap { panel.value("x", $0, 2021) }),
        "\(panel.text)")
      #expect(found[2] == [Double(panel.values["x"]?.count ?? 0)], "\(panel.text)")
    }
  }

  @Test func sharesAndRanksWithinAGroupAreOfTheGroup() {
    for panel in panels {
      let found = panel.numbers("show share(x, within: zone), rank(x, within: zone), share(x) at 2022")[0]
      var expected: [Double?] = []
      let all = panel.places.compactMap { panel.value("x", $0, 2022) }
      // The sheet's rows are shuffled, so its regions stand in another order: compare as collections.
      for place in panel.places {
        let group = panel.places.filter { $0.area == place.area }.compactMap { panel.value("x", $0, 2022) }
        guard let own = panel.value("x", place, 2022) else {
          expected += [nil, nil, nil]
          continue
        }
        expected += [
          own / group.reduce(0, +) * 100, Double(group.count { $0 > own } + 1), own / all.reduce(0, +) * 100,
        ]
      }
      func sorted(_ numbers: [Double?]) -> [Double] { numbers.compactMap { $0 }.sorted() }
      #expect(sorted(found).count == sorted(expected).count, "\(panel.text)")
      #expect(zip(sorted(found), sorted(expected)).allSatisfy { agrees($0, $1) }, "\(panel.text)")
    }
  }

  @Test func contributionsAddUpToTheGrowthOfTheWhole() {
    for panel in panels {
      let found = panel.numbers("aggregate c = contribution(x)\naggregate s = sum(c)\nshow s at 2021..2023")[0]
      let expected = (2021...2023).map { year -> Double? in
        let both = panel.places.compactMap { place -> (Double, Double)? in
          guard let now = panel.value("x", place, year), let before = panel.value("x", place, year - 1) else {
            return nil
          }
          return (now, before)
        }
        let (now, before) = (both.reduce(0) { $0 + $1.0 }, both.reduce(0) { $0 + $1.1 })
        return both.isEmpty ? nil : (now / before - 1) * 100
      }
      #expect(zip(found, expected).allSatisfy(agrees), "\(found) \(expected) \(panel.text)")
    }
  }

  @Test func valuesOfOtherDimensionsAreBroadcastByName() {
    for panel in panels {
      // What each member has of the whole of its area, of its year, and of everything.
      let found = panel.numbers(
        """
        aggregate a = sum(x) by zone
        aggregate p = sum(x)
        aggregate t = count(x) over region, zone, period
        show x / a, x / p, x * t at 2023
        show (x / a) - (x / a), a / p * (p / a) at 2023
        """)
      let all = panel.places.compactMap { panel.value("x", $0, 2023) }
      var expected: [Double] = []
      for place in panel.places {
        guard let own = panel.value("x", place, 2023) else { continue }
        let group = panel.places.filter { $0.area == place.area }.compactMap { panel.value("x", $0, 2023) }
        expected += [
          own / group.reduce(0, +), own / all.reduce(0, +), own * Double(panel.values["x"]?.count ?? 0),
        ]
      }
      let numbers = found[0].compactMap { $0 }.sorted()
      #expect(numbers.count == expected.count, "\(panel.text)")
      #expect(zip(numbers, expected.sorted()).allSatisfy { agrees($0, $1) }, "\(panel.text)")
      #expect(found[1].allSatisfy { $0 == nil || agrees($0, 0) || agrees($0, 1) }, "\(panel.text)")
    }
  }
}
