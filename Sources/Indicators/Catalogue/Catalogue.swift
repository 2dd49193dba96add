import Units

package struct Catalogue: Sendable {
  package var units: UnitTable
  package var names: NameTable
  package var sheets: [Sheet]
}
