import Evaluation
import Indicators
import Projection
import Semantics
import Source

/// Returns the answer to `question`.
func solution(_ question: SolveQuestion, _ evaluator: inout Evaluator) -> Block {
  Block(.prose([]))
}
