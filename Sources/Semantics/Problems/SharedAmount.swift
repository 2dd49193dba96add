/// An amount in `%` that could be meant as a share of a value or as points.
struct SharedAmount {
  /// The amount as written.
  let written: String
  /// The number of percentage points that it is; nil where it is no literal.
  let points: String?
}
