import Glibc

/// Names whose draws are tied to each other, by way of others or not.
///
/// Two of them that no tie names are not correlated. They stand in the order of their names, so that the order of lines
/// moves no draw.
package struct TieGroup: Sendable {
  /// The names, in their own order.
  package let names: [Definition]
  /// The ties.
  package let ties: [CheckedTie]
  private let ranks: [[Double]]

  /// Returns the groups that the ties of `program` in `scenario` make.
  package static func groups(of program: CheckedProgram, in scenario: ScenarioID) -> [TieGroup] {
    let ties = program.ties(in: scenario)
    var members: [[Definition]] = []
    for tie in ties {
      let touched = members.indices.filter { members[$0].contains(tie.first) || members[$0].contains(tie.second) }
      var joined = touched.flatMap { members[$0] }
      for name in [tie.first, tie.second] where !joined.contains(name) { joined.append(name) }
      members.removeAll { $0.contains { joined.contains($0) } }
      members.append(joined)
    }
    return members.map { names in
      TieGroup(names.sorted { program.name(of: $0) < program.name(of: $1) }, ties.filter { names.contains($0.first) })
    }
  }

  private init(_ names: [Definition], _ ties: [CheckedTie]) {
    var ranks = names.indices.map { row in names.indices.map { $0 == row ? 1.0 : 0 } }
    for tie in ties {
      guard let first = names.firstIndex(of: tie.first), let second = names.firstIndex(of: tie.second) else { continue }
      (ranks[first][second], ranks[second][first]) = (tie.rank, tie.rank)
    }
    (self.names, self.ties, self.ranks) = (names, ties, ranks)
  }

  /// The pairs that no tie names.
  package var untiedPairs: [(Definition, Definition)] {
    names.indices.flatMap { row in names[..<row].map { ($0, names[row]) } }.filter { first, second in
      !ties.contains { [$0.first, $0.second].contains(first) && [$0.first, $0.second].contains(second) }
    }
  }

  /// The greatest factor, to four digits, that makes the correlations possible.
  package var greatestFactor: Double {
    var (low, high) = (0.0, 1.0)
    while high - low > 1e-6 {
      let middle = (low + high) / 2
      if weights(times: middle) == nil { high = middle } else { low = middle }
    }
    return (low * 10_000).rounded(.down) / 10_000
  }

  /// Returns how the standard normal of each name is made of independent ones, one for each name up to itself; nil where
  /// no draws have these rank correlations, each multiplied by `factor`.
  ///
  /// The rows of Cholesky's factor of the normal copula's correlations, which are 2·sin(π·ρ/6) for ranks ρ. The first
  /// name keeps its own.
  package func weights(times factor: Double = 1) -> [[Double]]? {
    let tolerance = 1e-12
    var rows: [[Double]] = []
    for row in names.indices {
      var weights = Array(repeating: 0.0, count: names.count)
      for column in 0...row {
        let correlation = row == column ? 1 : 2 * sin(.pi * ranks[row][column] * factor / 6)
        let rest = (0..<column).reduce(correlation) { rest, index in
          rest - weights[index] * (row == column ? weights[index] : rows[column][index])
        }
        if row == column {
          if rest < -tolerance { return nil }
          weights[column] = rest > tolerance ? rest.squareRoot() : 0
        } else if rows[column][column] > 0 {
          weights[column] = rest / rows[column][column]
        } else if abs(rest) > tolerance.squareRoot() {
          return nil
        }
      }
      rows.append(weights)
    }
    return rows
  }
}
