import Indicators
import Semantics
import Source
import Syntax

/// A scenario that is made of a line's assumptions, with the one that it is held against.
struct WhatIfSyntax {
  private var scenario: ScenarioSyntax
  private let base: String?
  private let range: SourceRange

  /// Lays the assumptions of `scenario` over the scenario called `base`, over `actual` where there is none.
  init(_ scenario: ScenarioSyntax, over base: String?, _ range: SourceRange) {
    self.base = base
    self.range = range
    self.scenario = ScenarioSyntax(
      name: scenario.name,
      base: base.map { PathSyntax(names: [NameSyntax(text: $0, range: scenario.name.range, isQuoted: false)]) },
      basePeriod: nil, items: scenario.items)
  }

  /// Lets the assumptions that name no end last until `period`.
  mutating func end(at period: Period) {
    let end = PeriodSyntax(period, range: range)
    let items = scenario.items.map { item -> ScenarioSyntax.Item in
      guard case .assumption(let assumption) = item, let last = assumption.courses.last, last.isOpen else {
        return item
      }
      return .assumption(assumption.with(assumption.courses.dropLast() + [last.until(end)]))
    }
    scenario = ScenarioSyntax(name: scenario.name, base: scenario.base, basePeriod: nil, items: items)
  }

  /// The statements: what the assumptions are held against, which lets the last values go on where nothing is assumed, the
  /// assumptions, and the comparison of both.
  var statements: [StatementSyntax] {
    let name = scenario.name
    var statements: [StatementSyntax] = []
    var before = base ?? "actual"
    if base == nil || base == "plan" {
      before = "\(name.text)0"
      let start = NameSyntax(
        text: before, range: SourceRange(range.source, Int(range.start), Int(range.start) + 1), isQuoted: false)
      statements.append(
        statement(
          .scenario(
            ScenarioSyntax(name: start, base: scenario.base, basePeriod: nil, items: [.otherwise(holds: true, range)])))
      )
    }
    let paths = [before, name.text].map {
      PathSyntax(names: [NameSyntax(text: $0, range: name.range, isQuoted: false)])
    }
    statements.append(statement(.scenario(scenario)))
    statements.append(statement(.compare(CompareSyntax(scenarios: paths, expressions: [], at: []))))
    return statements
  }

  private func statement(_ form: StatementSyntax.Form) -> StatementSyntax {
    StatementSyntax(form, range: range, documentation: nil)
  }
}

extension AssumptionSyntax {
  /// Returns the assumption with other stretches.
  fileprivate func with(_ courses: [CourseSyntax]) -> AssumptionSyntax {
    AssumptionSyntax(
      subject: subject, selector: selector, courses: courses, reasons: reasons, sources: sources, range: range)
  }
}

extension CourseSyntax {
  /// Whether the stretch goes on without an end.
  fileprivate var isOpen: Bool {
    if case .reaches = move { return false }
    return until == nil && at == nil
  }

  /// Returns the stretch with an end.
  fileprivate func until(_ period: PeriodSyntax) -> CourseSyntax {
    CourseSyntax(
      move: move, at: at, from: from, until: period, upTo: upTo, downTo: downTo, range: range)
  }
}

extension PeriodSyntax {
  /// Creates the period as if it were written at `range`.
  fileprivate init(_ period: Period, range: SourceRange) {
    let part: Part =
      switch period.frequency {
      case .year: .year
      case .half: .half(period.part)
      case .quarter: .quarter(period.part)
      case .month: .month(period.part)
      }
    self.init(year: period.year, part: part, range: range)
  }
}
