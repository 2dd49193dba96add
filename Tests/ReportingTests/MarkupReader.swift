import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a page of HTML consists of, read as XML.
final class MarkupReader: NSObject, XMLParserDelegate {
  /// An element with its attributes, its text and how deep it lies.
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  /// The elements in the order in which they begin.
  private(set) var elements: [Element] = []
  /// Why the page is not well formed; nil where it is.
  private(set) var fault: String?
  private var open: [Int] = []

  /// Reads `markup`.
  init(_ markup: String) {
    super.init()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = self
    if !parser.parse() { fault = "line \(parser.lineNumber): \(String(describing: parser.parserError))" }
  }

  /// Returns the elements called `name`.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: elementName, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    for index in open { elements[index].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}

/// Returns what stands in the articles of a page, without a title that gf has given it.
func articleBody(_ page: String) -> String {
  guard let start = page.range(of: "<article>\n"), let end = page.range(of: "</article>", options: .backwards) else {
    return ""
  }
  let body = String(page[start.upperBound..<end.lowerBound])
  let title = "<h1 id=\"answers\">Answers</h1>\n"
  return body.hasPrefix(title) ? String(body.dropFirst(title.count)) : body
}
