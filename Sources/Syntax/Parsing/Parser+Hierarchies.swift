extension Parser {
  // Hierarchy ::= 'hierarchy' Member '=' Member ( '+' Member )* ( 'tolerance' Amount )?
  mutating func parseHierarchy() {
    let mark = builder.mark
    bump()
    parseMember()
    expect(.equal)
    repeat { parseMember() } while take(.plus)
    if take(.tolerance) { parseAmount() }
    finish(.hierarchy, from: mark)
  }
}
