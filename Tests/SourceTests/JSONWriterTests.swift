import Foundation
import Source
import Testing

@Test func everyScalarOfTheFirstPlanesSurvivesJSON() throws {
  var text = "\"\\/"
  for value in (UInt32(0)..<0x3000) { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
  text += "𠮷👍\u{10FFFF}"
  var writer = JSONWriter()
  writer.beginObject()
  writer.member(text, text)
  writer.endObject()
  let read = try #require(JSONSerialization.jsonObject(with: Data(writer.text.utf8)) as? [String: String])
  #expect(read.first.map { Array($0.key.unicodeScalars) } == Array(text.unicodeScalars))
  #expect(read.first.map { Array($0.value.unicodeScalars) } == Array(text.unicodeScalars))
  #expect(writer.text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
}

@Test(arguments: [
  (0.0, "0"), (-0.0, "0"), (1, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (1e16, "1e+16"),
  (123_456_789_012_345, "123456789012345"),
  (Double.nan, "null"), (.infinity, "null"), (-.infinity, "null"), (1e-7, "1e-07"),
])
func numbersAreWrittenInFewestDigits(number: Double, text: String) {
  var writer = JSONWriter()
  writer.number(number)
  #expect(writer.text == text)
}

@Test func containersNestAndInlineOnesStayOnOneLine() {
  var writer = JSONWriter()
  writer.beginArray()
  writer.beginObject()
  writer.key("a")
  writer.beginArray(isInline: true)
  writer.number(1)
  writer.beginObject()
  writer.member("b", 2)
  writer.key("c")
  writer.null()
  writer.endObject()
  writer.bool(true)
  writer.endArray()
  writer.endObject()
  writer.beginObject()
  writer.endObject()
  writer.endArray()
  #expect(writer.text == "[\n  {\n    \"a\": [1, {\"b\": 2, \"c\": null}, true]\n  },\n  {}\n]")
}
