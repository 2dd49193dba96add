import Source

/// One mapping of `use … with`: what a column, a constant or a printed mark stands for.
package struct SheetMapping: Hashable, Sendable {
  /// A field that a sheet can give.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case region, parent, indicator, period, value, unit, status, owner, attribute, group, item, target, better
    /// Carries the text of a column down into its empty cells.
    case fill

    /// The spelling in Chinese scripts.
    package var chinese: String {
      switch self {
      case .region: "地区"
      case .parent: "上级地区"
      case .indicator: "指标"
      case .period: "时期"
      case .value: "数值"
      case .unit: "单位"
      case .status: "状态"
      case .owner: "责任单位"
      case .attribute: "指标属性"
      case .group: "类别"
      case .item: "项目"
      case .target: "目标"
      case .better: "指标方向"
      case .fill: "下填"
      }
    }

    /// Creates the field that a script calls `word`, in either language.
    package init?(word: String) {
      guard let field = Self.allCases.first(where: { $0.rawValue == word || $0.chinese == word }) else { return nil }
      self = field
    }
  }

  /// What is mapped.
  package enum Key: Hashable, Sendable {
    /// A field.
    case field(Field)
    /// A dimension of this name, beside those that the headings give.
    case dimension(String)
    /// A printed mark; the value is the constant that names a reason: `unpublished`.
    case mark(String)
  }

  /// What it is mapped to.
  package enum Value: Hashable, Sendable {
    /// The column with this heading.
    case heading(String)
    /// Some characters, counted from 1, of the column with this heading.
    case part(String, ClosedRange<Int>)
    /// The same name for the whole sheet.
    case constant(String)
    /// The same period for the whole sheet.
    case period(Period)
  }

  /// What is mapped.
  package let key: Key
  /// What it is mapped to.
  package let value: Value
  /// The mapping in the script.
  package let range: SourceRange

  /// Creates a mapping.
  package init(_ key: Key, _ value: Value, at range: SourceRange) {
    self.key = key
    self.value = value
    self.range = range
  }
}
