import Units

package struct Catalogue: Sendable {
  package var units: UnitTable
  package var names: NameTable
  package var sheets: [Sheet]
}
package struct IndicatorCube: Sendable { package var cube: Cube; package var origins: [Int32]; package var decimals: [UInt8] }
extension Catalogue { package func cube(sheet: Int, indicator: Int) -> IndicatorCube { IndicatorCube(cube: Cube(axes: [], missing: .outsideData), origins: [-1], decimals: [0]) } }
