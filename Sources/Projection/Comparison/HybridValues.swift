import Evaluation
import Indicators
import Semantics

/// Computes cells under hybrids of two scenarios: the first with some of the changes that make the second.
package struct HybridValues {
  /// What sets the scenarios apart.
  package private(set) var changes: ScenarioChanges
  private let evaluator: Evaluator
  private let expressions: [CheckedExpression]
  private let cells: [ComparedCell]
  private let horizon: Int

  /// Prepares hybrids of scenarios that end at `horizon`, of whose values `cells` are wanted.
  package init(
    of cells: [ComparedCell], _ expressions: [CheckedExpression], _ changes: ScenarioChanges, until horizon: Int,
    _ evaluator: Evaluator
  ) {
    self.cells = cells
    self.expressions = expressions
    self.changes = changes
    self.horizon = horizon
    self.evaluator = evaluator
  }

  /// Returns the cells where the changes at the positions `taken` are made.
  package func values(taking taken: Set<Int>) -> [CellValue] {
    // A copy of its own, so that neither values nor findings of what nobody asked for stay.
    var evaluator = self.evaluator
    let scenario = evaluator.addScenario(changes.layers(taking: taken), until: horizon)
    var cubes: [Int: Cube] = [:]
    return cells.map { cell in
      let cube = cubes[cell.item] ?? evaluator.value(of: expressions[cell.item], in: scenario).presence
      cubes[cell.item] = cube
      return CellValue(cube, at: cell.point)
    }
  }

  /// Makes one of changes of which one alone would let a value need itself, as where an input and a derived value change
  /// places: a pair counts as one change if together they do not.
  package mutating func joinMutualChanges() {
    var position = 0
    while position < changes.changes.count {
      let partner = isCircular(taking: [position]) ? partner(of: position) : nil
      if let partner {
        changes.join(position, partner)
        position = 0
      } else {
        position += 1
      }
    }
  }

  private func partner(of position: Int) -> Int? {
    changes.changes.indices.first { $0 != position && !isCircular(taking: [position, $0]) }
  }

  private func isCircular(taking taken: Set<Int>) -> Bool {
    values(taking: taken).contains { $0.reason == .circular }
  }
}
