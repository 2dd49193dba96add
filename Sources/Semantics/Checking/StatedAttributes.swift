import Source
import Syntax

/// What a target or an indicator statement says of who answers for it and where it belongs.
struct StatedAttributes: Sendable {
  let owners: [String]
  let attribute: String?
  let group: String?

  /// Creates the attributes that `statement` states; nil where it states none.
  private init?(_ statement: StatementSyntax) {
    switch statement.form {
    case .target(let target): self.init(target.owners, target.attribute, target.group)
    case .indicator(let indicator): self.init(indicator.owners, indicator.attribute, indicator.group)
    default: return nil
    }
  }

  private init?(_ owners: [MemberSyntax], _ attribute: MemberSyntax?, _ group: MemberSyntax?) {
    if owners.isEmpty, attribute == nil, group == nil { return nil }
    self.owners = owners.map(\.text)
    self.attribute = attribute?.text
    self.group = group?.text
  }

  /// Returns what the statements of `scripts` say, in their order.
  static func gathered(from scripts: [ScriptUnit]) -> [StatedAttributes] {
    scripts.flatMap(\.syntax.stretches).flatMap { stretch in
      stretch.names.attributed.compactMap { StatedAttributes(stretch.statements[Int($0)]) }
    }
  }
}
