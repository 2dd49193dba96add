import Evaluation
import Semantics

extension Prose {
  /// Creates prose of a text of the script, its values printed and kept apart from its markup.
  init(_ pieces: [TextPiece], _ evaluator: inout Evaluator) {
    self.init(
      pieces.map { piece in
        switch piece {
        case .characters(let characters): .written(characters)
        case .value: .value(evaluator.printed(piece, in: .actual).text)
        }
      })
  }
}
