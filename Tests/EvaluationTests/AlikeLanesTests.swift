import Indicators
import Semantics
import Source
import Syntax
import TestSupport
import Testing
import Units

@testable import Evaluation

/// Lanes that are alike are walked at once to the values and sources that walking each by itself gives.
@Suite struct AlikeLanesTests {
  private static let paths = [
    "x follows trend(2020..2023)", "x follows trend(2021..2023)", "x follows cagr(2020..2023)",
    "x grows 3% per year until 2025 then follows trend(2020..2023)", "x shrinks 4%",
    "x grows 5% per year until 2026 then shrinks 101% per year", "x follows cagr(2019..2023)",
  ]

  /// Returns the stretches that `text` assumes.
  private func laid(_ text: String, amounts: (CheckedCourse) -> [Cube]) -> [LaidCourse] {
    var names = NameTable()
    var units = UnitTable.standard
    let bytes = Array("region,indicator,period,value\nr,x,2020,1\nr,x,2023,2\n".utf8)
    let sheet = readSheet(Bytes(bytes), file: "d.csv", name: "d", mappings: [], units: &units, names: &names).sheet
    let catalogue = Catalogue(units: units, names: names, sheets: [sheet])
    let source = SourceText(id: SourceID(0), name: "s.gf", bytes: Array("scenario s { \(text) }\n".utf8))
    let unit = ScriptUnit(syntax: parse(source).script, text: source, qualifier: nil, isMain: true)
    let checked = check([unit], catalogue: catalogue, settings: [])
    #expect(checked.diagnostics.allSatisfy { $0.severity != .error }, "\(checked.diagnostics)")
    let courses = checked.program.scenarios.flatMap(\.assumptions).flatMap(\.courses)
    return courses.enumerated().map { index, course in
      LaidCourse(
        course, layer: 0, position: 0, index: index, members: [], next: courses.dropFirst(index + 1).first,
        amounts: amounts(course))
    }
  }

  @Test func lanesAtOnceAreAsOneByOne() throws {
    var random = SeededGenerator(seed: 17)
    var walkedAtOnce = 0
    for round in 0..<400 {
      let lanes = Int.random(in: 1...9, using: &random)
      let region = Axis(.region, (0..<lanes).map { .member(Member(code: Int32($0))) })
      let period = Axis(.period, (2020...2023).map { .period(Period(year: $0)) })
      var base = Cube(axes: [region, period], missing: .outsideData)
      let isSparse = round % 3 == 0
      for offset in 0..<base.count {
        let isKnown = offset % 4 == 3 && round % 9 > 0 || !isSparse || Int.random(in: 0..<6, using: &random) > 0
        base.values[offset] = Double(Int.random(in: -20...400, using: &random)) / 8
        base.reasons[offset] = isKnown ? .known : .notReported
      }
      if isSparse, round % 2 == 0, lanes > 2 {
        for place in 0..<4 { base.reasons[place + 4] = .noSuchCombination }
      }
      let isByLane = Bool.random(using: &random)
      let laid = laid(Self.paths[round % Self.paths.count]) { course in
        course.expressions.map { expression in
          var rate = 0.0
          if case .converted(let inner, let step) = expression.form, case .number(let number, _) = inner.form {
            rate = step(number)
          } else if case .negative(let inner) = expression.form, case .number(let number, _) = inner.form {
            rate = -number
          }
          var rates = Cube(axes: isByLane ? [region] : [], missing: .stated)
          for lane in 0..<rates.count where Int.random(in: 0..<7, using: &random) > 0 {
            rates.values[lane] = rate + Double(lane) / 64
            rates.reasons[lane] = .known
          }
          return rates
        }
      }
      let input = Overlay.Input(
        base: base, root: nil, laid: laid, isHeld: Bool.random(using: &random), isPercentage: false, range: nil,
        horizon: Int.random(in: 2022...2030, using: &random) * 12 + 12)
      guard let atOnce = AlikeLanes(input)?.walked() else { continue }
      var overlay = try #require(Overlay(input, names: NameTable()))
      let oneByOne = overlay.walked()
      walkedAtOnce += 1
      #expect(atOnce.cube.axes == oneByOne.cube.axes)
      #expect(atOnce.cube.reasons == oneByOne.cube.reasons)
      #expect((0..<atOnce.cube.count).map { atOnce.cube[$0] } == (0..<atOnce.cube.count).map { oneByOne.cube[$0] })
      #expect(Array(atOnce.sources) == Array(oneByOne.sources))
      #expect(oneByOne.replaced.isEmpty && oneByOne.stopped.isEmpty && oneByOne.shifts.isEmpty)
    }
    #expect(walkedAtOnce > 200)
  }

  @Test func slicesAndFiltersTakeTheCellsOfTheirLabels() {
    var random = SeededGenerator(seed: 18)
    for _ in 0..<100 {
      let axes = [Dimension.region, .period, Dimension("sector")].map { dimension in
        Axis(
          dimension,
          (0..<Int.random(in: 1...5, using: &random)).map { place in
            dimension == .period ? .period(Period(year: 2020 + place)) : .member(Member(code: Int32(place)))
          })
      }.shuffled(using: &random)
      let cube = Cube(placesOver: axes)
      for axis in axes {
        let kept = axis.labels.filter { _ in Bool.random(using: &random) }
        let filtered = cube.filtered(axis.dimension) { kept.contains($0) }
        let points = (0..<cube.count).filter { cell in
          kept.contains { label in cube.point(at: cell).contains { $0.dimension == axis.dimension && $0.label == label }
          }
        }
        #expect(filtered.values == points.map(Double.init))
        let label = axis.labels[Int.random(in: axis.labels.indices, using: &random)]
        let slice = cube.slice(axis.dimension, at: label)
        #expect(
          slice.values
            == (0..<cube.count).filter { cell in
              cube.point(at: cell).contains { $0.dimension == axis.dimension && $0.label == label }
            }.map(Double.init))
      }
    }
  }
}
