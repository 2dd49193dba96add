/// One line of the unit table: every spelling of a unit, what it measures, and its size in coherent base units.
struct UnitRow {
  /// The spellings, with blanks between them.
  let names: String
  /// What it measures.
  let dimension: Dimensions
  /// How many coherent base units one of it is.
  let size: Conversion
  /// What it counts when it stands alone.
  let nature: MeasurementUnit.Nature

  /// Creates the line of a unit that is `size / divide` coherent base units of `dimension`.
  init(
    _ names: String, _ dimension: Dimensions, _ size: Double = 1, per divide: Double = 1,
    nature: MeasurementUnit.Nature = .plain
  ) {
    self.names = names
    self.dimension = dimension
    self.size = Conversion(multiply: size, divide: divide)
    self.nature = nature
  }

  /// Creates the line of a unit that is a base quantity of its own, named by the first spelling.
  init(base names: String) {
    self.init(names, Dimensions([BaseQuantity(String(names.prefix { $0 != " " })): 1]))
  }
}
