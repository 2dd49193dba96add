import Foundation
import FoundationXML

@testable import Reporting

/// Reads back what a workbook holds, by the rules of the formats and with nothing of the writer.
struct WorkbookReader {
  /// A cell as a spreadsheet sees it.
  struct Cell: Equatable {
    var text: String?
    var number: Double?
    var truth: Bool?
    var format = "General"
    var isQuoted = false
  }

  /// The files of the archive by their paths.
  let files: [String: [UInt8]]
  /// The sheets in order.
  let sheets: [(name: String, cells: [String: Cell], links: [String: String])]

  init(_ bytes: [UInt8]) throws {
    let files = try unzip(bytes)
    self.files = files
    let styles = try XMLNode.parse(files["xl/styles.xml"] ?? [])
    let formats = Dictionary(
      uniqueKeysWithValues: styles.all("numFmt").map { ($0["numFmtId"] ?? "", $0["formatCode"] ?? "") })
    let looks = styles.all("cellXfs").first?.children ?? []
    let targets = try XMLNode.parse(files["xl/_rels/workbook.xml.rels"] ?? []).children
    sheets = try XMLNode.parse(files["xl/workbook.xml"] ?? []).all("sheet").map { sheet in
      let target = targets.first { $0["Id"] == sheet["r:id"] }?["Target"] ?? ""
      let root = try XMLNode.parse(files["xl/\(target)"] ?? [])
      var cells: [String: Cell] = [:]
      for node in root.all("c") {
        let look = looks[Int(node["s"] ?? "0") ?? 0]
        var cell = Cell()
        let value = node.all("v").first?.text
        switch node["t"] {
        case "inlineStr": cell.text = node.all("t").first?.text
        case "b": cell.truth = value == "1"
        default: cell.number = value.flatMap(Double.init)
        }
        if cell.number != nil { cell.format = formats[look["numFmtId"] ?? ""] ?? "General" }
        cell.isQuoted = look["quotePrefix"] == "1"
        if cell.text != nil || cell.truth != nil || cell.number != nil { cells[node["r"] ?? ""] = cell }
      }
      let links = Dictionary(
        uniqueKeysWithValues: root.all("hyperlink").map { ($0["ref"] ?? "", $0["location"] ?? "") })
      return (sheet["name"] ?? "", cells, links)
    }
  }
}

/// What is wrong with an archive or a part of it.
struct BrokenWorkbook: Error {
  let reason: String
}

/// Returns the files of a ZIP archive, its checksums compared with those of a slow computation.
func unzip(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
  func number(_ offset: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
  let end = bytes.count - 22
  guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw BrokenWorkbook(reason: "no end of the directory") }
  var place = number(end + 16, 4)
  guard place + number(end + 12, 4) == end else { throw BrokenWorkbook(reason: "the directory has another length") }
  var files: [String: [UInt8]] = [:]
  for _ in 0..<number(end + 10, 2) {
    guard number(place, 4) == 0x0201_4B50 else { throw BrokenWorkbook(reason: "no entry of the directory") }
    let (size, nameLength, start) = (number(place + 24, 4), number(place + 28, 2), number(place + 42, 4))
    let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
    guard number(start, 4) == 0x0403_4B50, Array(bytes[start + 4..<start + 26]) == Array(bytes[place + 6..<place + 28])
    else { throw BrokenWorkbook(reason: "\(name): the entry and the directory disagree") }
    let content = Array(bytes[start + 30 + nameLength..<start + 30 + nameLength + size])
    guard number(place + 16, 4) == Int(slowChecksum(content)) else { throw BrokenWorkbook(reason: "\(name): checksum") }
    files[name] = content
    place += 46 + nameLength
  }
  return files
}

/// Divides bit by bit by the polynomial, as the standard defines the checksum.
func slowChecksum(_ bytes: [UInt8]) -> UInt32 {
  var rest = UInt32.max
  for byte in bytes {
    rest ^= UInt32(byte)
    for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }
  return ~rest
}

/// An element of XML with what is in it.
final class XMLNode: NSObject, XMLParserDelegate {
  let name: String
  let attributes: [String: String]
  private(set) var children: [XMLNode] = []
  private(set) var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    (self.name, self.attributes) = (name, attributes)
  }

  /// Returns the root of a well-formed document.
  static func parse(_ bytes: [UInt8]) throws -> XMLNode {
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
      throw BrokenWorkbook(reason: "not well-formed: \(String(describing: parser.parserError))")
    }
    return root
  }

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// Returns all elements called `name` in this one, at any depth.
  func all(_ name: String) -> [XMLNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let node = XMLNode(name, attributes)
      if let parent = open.last { parent.children.append(node) } else { root = node }
      open.append(node)
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }
  }
}
