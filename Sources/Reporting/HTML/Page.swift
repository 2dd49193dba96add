import Source

/// A file of HTML that needs no other: its style is in it, it runs no script and asks for nothing.
struct Page {
  let language: Language
  /// What the window is called.
  let title: String
  /// The markup of the body.
  let body: String

  /// The whole file.
  var text: String {
    let style = Stylesheet.text(language)
    var writer = MarkupWriter()
    writer.write(raw: "<!DOCTYPE html>\n")
    let tag = language == .chinese ? "zh-CN" : "en"
    writer.element("html", [("lang", tag), ("xmlns", "http://www.w3.org/1999/xhtml")]) { writer in
      writer.newline()
      writer.element("head") { writer in
        writer.newline()
        writer.void("meta", [("charset", "utf-8")])
        writer.newline()
        writer.void("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy(for: style))])
        writer.newline()
        writer.void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        writer.newline()
        writer.void("meta", [("name", "color-scheme"), ("content", "light dark")])
        writer.newline()
        writer.element("title", text: title)
        writer.newline()
        writer.element("style") { $0.write(raw: style) }
        writer.newline()
      }
      writer.newline()
      writer.element("body") { writer in
        writer.newline()
        writer.write(raw: body)
      }
      writer.newline()
    }
    writer.newline()
    return writer.text
  }

  /// Returns the policy that lets a browser apply `style`, known by its digest, and load or run nothing at all.
  private func policy(for style: String) -> String {
    let digest = base64(sha256(Array(style.utf8)))
    return "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
  }
}

/// Returns `bytes` in the digits of base 64.
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var result = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
    for position in 0..<4 {
      result.append(position <= group.count ? digits[Int(bits >> (18 - 6 * UInt32(position)) & 63)] : "=")
    }
  }
  return result
}
