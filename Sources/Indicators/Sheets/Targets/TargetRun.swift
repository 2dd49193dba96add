/// Cells of a block that are targets, one row after the other, each no more than a number.
struct TargetRun {
  /// The positions in the block.
  private(set) var cells: [Int] = []
  /// Whether more is better in each; nil where its row does not say.
  private(set) var isHigherBetter: [Bool?] = []
  /// The number that the text columns of each one's row have.
  private(set) var attributes: [Int32] = []

  /// Creates a run without cells, with room for `capacity`.
  init(capacity: Int) {
    cells.reserveCapacity(capacity)
    isHigherBetter.reserveCapacity(capacity)
    attributes.reserveCapacity(capacity)
  }

  /// Adds the target at `cell`, whose row says `traits`.
  mutating func add(_ cell: Int, _ traits: TargetTraits) {
    cells.append(cell)
    isHigherBetter.append(traits.isHigherBetter)
    attributes.append(traits.attributes)
  }
}
