import Source
import Testing

/// What Python's wcwidth 0.7.0 says.
@Test(arguments: [
  ("", 0), ("gf", 2), ("人均生产总值", 12), ("（９）", 6), ("ｶﾞ", 2), ("한글", 4), ("e\u{301}", 1), ("\u{1112}\u{1161}\u{11AB}", 2),
  ("…—“”×÷±", 7), ("①²", 2), ("─┬●", 3), ("👨\u{200D}👩\u{200D}👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("क्षि", 2), ("\u{AD}", 1),
  ("\u{3000}", 2),
  ("𠮷野", 4), ("㎡", 2), ("a\u{200C}b", 2), ("\u{FFFD}", 1), ("👍a🏽", 5),
])
func widthsAreThoseOfATerminal(text: String, width: Int) {
  #expect(text.displayWidth == width)
}

@Test func controlCharactersCountAsTheyAreShown() {
  #expect("a\u{1B}[31m\tb\n".printable == "a\\u{1B}[31m\\tb\\n")
  #expect("a\u{202E}b\u{FEFF}".printable == "a\\u{202E}b\\u{FEFF}")
  #expect("\u{7F}\u{85}".printable == "\\u{7F}\\u{85}")
  #expect("人 a".printable == "人 a")
  for text in ["a\u{1B}b", "\r\n", "\u{2066}收入", "\t"] {
    #expect(text.displayWidth == text.printable.displayWidth)
  }
}

/// Sums over blocks of scalars, counted with Python's wcwidth 0.7.0; escaped scalars left out.
@Test(arguments: [
  (0x0, 0x2FF, 703),
  (0x300, 0x10FF, 2834),
  (0x1100, 0x1FFF, 3420),
  (0x2000, 0x2FFF, 4420),
  (0x3000, 0x4DFF, 15313),
  (0x4E00, 0x9FFF, 41984),
  (0xA000, 0xFFFF, 35353),
  (0x10000, 0x1FFFF, 74138),
  (0x20000, 0x3FFFF, 262140),
  (0xE0000, 0x10FFFF, 192512),
])
func blocksOfScalarsHaveTheWidthOfTheTable(first: UInt32, last: UInt32, total: Int) {
  let scalars = (first...last).compactMap { Unicode.Scalar($0) }.filter { $0.escape == nil }
  #expect(scalars.reduce(0) { $0 + $1.displayWidth } == total)
}
