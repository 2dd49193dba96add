import Evaluation
import Indicators
import Projection
import Semantics
import Source

/// Returns the answer to `question`.
func sensitivities(_ question: SensitivityQuestion, _ evaluator: inout Evaluator) -> [Block] {
  []
}
