import Source

/// `hierarchy 全市 = 市区 + 甲县 + 乙县 tolerance 0.5%`.
package struct HierarchySyntax: Hashable, Sendable {
  /// The member that is the sum of the others.
  package let whole: MemberSyntax
  /// Its parts.
  package let parts: [MemberSyntax]
  /// How far a printed whole may lie from the sum of its parts, as a share of it.
  package let tolerance: ExpressionSyntax?

  /// Creates a hierarchy.
  package init(whole: MemberSyntax, parts: [MemberSyntax], tolerance: ExpressionSyntax?) {
    self.whole = whole
    self.parts = parts
    self.tolerance = tolerance
  }
}
