/// The colours of a page, in light and in dark surroundings.
///
/// Series have those of Okabe and Ito (Color Universal Design, 2008) that stand out from the page.
enum PageColour: String, CaseIterable {
  case page, panel, text, muted, rule, link, red, green
  case series1 = "series-1"
  case series2 = "series-2"
  case series3 = "series-3"
  case series4 = "series-4"
  case series5 = "series-5"

  /// The colours of series, in order.
  static let series: [PageColour] = [.series1, .series2, .series3, .series4, .series5]

  /// The colour on white paper and light screens.
  var light: UInt32 {
    switch self {
    case .page: 0xFFFFFF
    case .panel: 0xF5F5F2
    case .text: 0x1D1F21
    case .muted: 0x5C6166
    case .rule: 0xD6D6D0
    case .link: 0x0B5A94
    case .red: 0xB4231C
    case .green: 0x1A7A3C
    case .series1: 0x0072B2
    case .series2: 0xD55E00
    case .series3: 0x009E73
    case .series4: 0xCC79A7
    case .series5: 0x1D1F21
    }
  }

  /// The colour on dark screens.
  var dark: UInt32 {
    switch self {
    case .page: 0x16181B
    case .panel: 0x202328
    case .text: 0xE7E5E0
    case .muted: 0xA6ABB1
    case .rule: 0x3C4047
    case .link: 0x8ABBF2
    case .red: 0xFF8F86
    case .green: 0x7AD690
    case .series1: 0x56B4E9
    case .series2: 0xE69F00
    case .series3: 0x009E73
    case .series4: 0xCC79A7
    case .series5: 0xE7E5E0
    }
  }

  /// Returns the declarations of all colours as variables of a style sheet.
  static func variables(_ colour: (PageColour) -> UInt32) -> String {
    allCases.map { name in
      let digits = String(colour(name), radix: 16)
      return "--\(name.rawValue):#" + String(repeating: "0", count: 6 - digits.count) + digits
    }.joined(separator: ";")
  }
}
