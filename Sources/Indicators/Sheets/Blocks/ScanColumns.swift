/// What a column is to a scan, which looks at it for every field, and what its field in the row before was.
struct ScanColumn {
  /// What its cells are.
  enum Role: UInt8 {
    /// Texts that rows share, which are numbered.
    case text
    /// What says something of the values of the row.
    case status
    /// Texts that mean nothing.
    case ignored
    /// Values.
    case value
  }

  let role: Role
  /// Whether another text makes the row one of another indicator or of other members.
  let distinguishes: Bool
  /// Whether a row needs a text here.
  let isNeeded: Bool
  /// The table of its texts, −1 where it has none, and the position among the value columns, −1 where it is none.
  let table: Int
  let value: Int
  /// Where the texts are; nil where they are not numbered.
  let texts: UnsafeMutablePointer<CodeTable>?
  /// Where the field ended, from the start of its row on.
  var end = 0
  /// How many fields up to it surely have text; there is no need to count further than two.
  var filled = 0
  /// The mark of a text that is not numbered.
  var mark: UInt64 = 0
}

/// The columns of a sheet, where a scan looks at one for every field.
struct ScanColumns: ~Copyable {
  /// How many columns have headings.
  let count: Int
  /// How many stand before the first value.
  let leading: Int
  /// Whether all that tells of what a row is stands before the first value.
  let tellFirst: Bool
  /// Whether rows name their indicators before the first value, so that what is not kept need not be read whole.
  let decideFirst: Bool
  /// The column of each value.
  let values: UnsafeMutablePointer<Int>
  private let columns: UnsafeMutablePointer<ScanColumn>
  /// Whether a text that begins with each byte surely is no blank.
  private let fillingBytes: UnsafeMutablePointer<Bool>

  /// Takes the columns from `plan`; their texts are numbered in `tables`.
  init(_ plan: ScanPlan, _ tables: UnsafeMutablePointer<CodeTable>) {
    let leading = plan.values.first ?? 0
    (count, self.leading) = (plan.columnCount, leading)
    values = .allocate(capacity: plan.values.count)
    for (value, column) in plan.values.enumerated() { (values + value).initialize(to: column) }
    columns = .allocate(capacity: max(1, count))
    for column in 0..<count {
      let table = plan.tableOfColumn[column]
      let isStatus = table == ScanPlan.statusTable
      let role: ScanColumn.Role =
        plan.valueOfColumn[column] >= 0 ? .value : isStatus ? .status : table >= 0 ? .text : .ignored
      (columns + column).initialize(
        to: ScanColumn(
          role: role, distinguishes: role == .text && table != ScanPlan.periodTable,
          isNeeded: table == ScanPlan.indicatorTable, table: table, value: plan.valueOfColumn[column],
          texts: role == .text ? tables + table : nil))
    }
    fillingBytes = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { (fillingBytes + Int(byte)).initialize(to: plan.coding.isFilled(byte)) }
    tellFirst = plan.tableOfColumn[leading...].allSatisfy { $0 < 0 || $0 == ScanPlan.statusTable }
    decideFirst = plan.wanted != .all && plan.tableOfColumn[..<leading].contains(ScanPlan.indicatorTable)
  }

  deinit {
    values.deallocate()
    columns.deallocate()
    fillingBytes.deallocate()
  }

  /// Whether a text that begins with `byte` surely is no blank.
  @inline(__always)
  func isFilled(_ byte: UInt8) -> Bool { fillingBytes[Int(byte)] }

  /// The column at `position`.
  @inline(__always)
  subscript(position: Int) -> UnsafeMutablePointer<ScanColumn> { columns + position }
}
