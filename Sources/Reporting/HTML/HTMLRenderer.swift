import Source

/// Lays documents out as a page of HTML that can be read, printed and handed in.
struct HTMLRenderer {
  let language: Language

  /// Returns `document` as one file.
  func render(_ document: Document) -> String {
    var body = HTMLBody(language: language)
    let markup = body.markup(of: document)
    return Page(language: language, title: body.title ?? PageWording.answers[language], body: markup).text
  }
}

/// The body of a page while it is laid out.
struct HTMLBody {
  /// A heading that the contents list.
  struct Heading {
    let level: Int
    let text: String
    let anchor: String
  }

  let language: Language
  var writer = MarkupWriter()
  var levels = HeadingLevels(below: 0)
  var anchors = Anchors()
  /// The headings of the report that is laid out.
  var headings: [Heading] = []
  /// How many charts and tables there were, which numbers their parts.
  var figures = 0
  /// How often each name was given to a box that scrolls.
  var regions: [String: Int] = [:]
  /// Whether a colour tells of a change.
  var showsChanges = false
  /// The title of the first report or heading.
  private(set) var title: String?

  init(language: Language) {
    self.language = language
  }

  /// Returns the markup of all blocks.
  mutating func markup(of document: Document) -> String {
    var articles: [String] = []
    var loose: [Block] = []
    for block in document.blocks {
      guard case .section(let section) = block.content, section.role == .report else {
        loose.append(block)
        continue
      }
      if !loose.isEmpty { articles.append(article(loose, title: nil)) }
      loose = []
      articles.append(article(section.blocks, title: block.title))
    }
    if !loose.isEmpty || articles.isEmpty { articles.append(article(loose, title: nil)) }
    var page = MarkupWriter()
    page.element("main") { page in
      page.newline()
      if showsChanges { page.write(raw: ColourSwitch.markup(language)) }
      for article in articles { page.write(raw: article) }
    }
    page.newline()
    return page.text
  }

  /// Returns the markup of the blocks of one report, or of those between reports.
  private mutating func article(_ blocks: [Block], title phrase: Phrase?) -> String {
    writer = MarkupWriter()
    headings = []
    var heading = phrase?[language]
    if heading == nil, !hasHeading(blocks) { heading = PageWording.answers[language] }
    levels = HeadingLevels(below: heading == nil ? 0 : 1)
    let anchor = heading.map { anchors.name(of: $0) }
    for block in blocks { write(block) }
    let content = writer.text
    if title == nil { title = heading ?? headings.first?.text }
    var result = MarkupWriter()
    result.element("article") { result in
      result.newline()
      if let heading {
        result.element("h1", [("id", anchor)], text: heading)
        result.newline()
      }
      if headings.count >= 3 { result.write(raw: contents) }
      result.write(raw: content)
    }
    result.newline()
    return result.text
  }

  /// Returns whether a text among `blocks` has a heading, which then is the title.
  private func hasHeading(_ blocks: [Block]) -> Bool {
    blocks.contains { block in
      guard case .prose(let prose) = block.content else { return false }
      return prose.blocks.contains { if case .heading = $0 { true } else { false } }
    }
  }

  /// The table of contents: the headings, each a link to its place.
  private var contents: String {
    var writer = MarkupWriter()
    writer.element("nav", [("class", "contents"), ("aria-label", PageWording.contents[language])]) { writer in
      writer.newline()
      writer.element("ul") { writer in
        for heading in headings {
          writer.newline()
          writer.element("li", [("class", "level-\(heading.level)")]) { writer in
            writer.element("a", [("href", "#\(heading.anchor)")], text: heading.text)
          }
        }
        writer.newline()
      }
      writer.newline()
    }
    writer.newline()
    return writer.text
  }
}
