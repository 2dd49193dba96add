import Source

extension Parser {
  // Target ::= 'target' Amount Condition ( 'and' Condition )* TargetClause*
  mutating func parseTarget() {
    let mark = builder.mark
    bump()
    parseAmount()
    repeat { parseCondition() } while take(.and)
    parseClauses([.by, .from, .owner, .attribute, .group, .weight, .because, .source]) { $0.parseTargetClause($1) }
    finish(.target, from: mark)
  }

  // Condition ::= Comparator Amount | 'in' Range | ( 'grows' | 'shrinks' | 'adds' | 'holds' ) Amount
  //             | 'rises' | 'falls' | 'assigned' | 'ranks within' NUMBER 'of' Member | 'milestone' TEXT
  mutating func parseCondition() {
    let mark = builder.mark
    if at(.notEqual) {
      report(
        .unsupportedCondition,
        Phrase("a target cannot ask for a value to differ", "目标不能要求数值“不等于”"), at: range(of: current),
        help: [Phrase("ask with >=, <=, = or in lo..hi what the value is to be", "请用 >=、<=、= 或 属于 lo..hi 说明应达到的值")])
      isRecovering = false
      parseComparator()
      parseAmount()
    } else if beginsComparator {
      parseComparator()
      parseAmount()
    } else if take(.in) {
      parseRange()
    } else if take(.grows) || take(.shrinks) || take(.adds) || take(.holds) {
      parseAmount()
    } else if take(.rises) || take(.falls) || take(.assigned) {
      reportAmountOfDirection()
    } else if take(.ranksWithin) {
      parseCount()
      expect(.of)
      parseMember()
    } else if take(.milestone) {
      expect(.text, .text)
    } else {
      reportExpected(.condition)
    }
    finish(.condition, from: mark)
  }

  /// Reports a number after `rises` or `falls`, which take none in a target.
  private mutating func reportAmountOfDirection() {
    guard kind == .number else { return }
    report(
      .syntax, Phrase("`rises` and `falls` take no number in a target", "目标中的 `提高` 和 `降低` 不带数值"),
      at: range(of: current),
      help: [Phrase("by how much is asked with grows 6%, shrinks 3% or adds 10", "幅度用 增长 6%、下降 3% 或 增加 10 表示")])
  }

  // TargetClause ::= 'by' Period | 'from' Period | 'owner' Members | 'attribute' Member | 'group' Member
  //                | 'weight' Quantity | Reason
  mutating func parseTargetClause(_ word: Keyword) {
    let mark = builder.mark
    if word == .because || word == .source {
      parseReason()
    } else {
      bump()
      if word == .by || word == .from {
        parsePeriod()
      } else if word == .owner {
        parseMembers()
      } else if word == .weight {
        parseQuantity()
      } else {
        parseMember()
      }
    }
    finish(.targetClause, from: mark)
  }
}
