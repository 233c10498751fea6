/// The number of terminal columns the text takes.
///
/// Counted per grapheme cluster: 0 for combining marks and what else has no width of its own, 2 for
/// East Asian Wide and Fullwidth characters and for emoji shown as pictures, 1 otherwise. What
/// Unicode calls ambiguous counts 1, a control character 0.
package func displayWidth(_ text: String) -> Int {
  var ascii = 0
  for byte in text.utf8 {
    guard byte < 0x80 else { return text.reduce(0) { $0 + displayWidth($1) } }
    if byte >= 0x20, byte != 0x7F { ascii += 1 }
  }
  return ascii
}

/// The number of terminal columns one character takes: 0, 1 or 2.
package func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  var total = displayWidth(first)
  for scalar in scalars.dropFirst() where total < 2 {
    // The variation selector asks for the picture.
    if scalar == "\u{FE0F}", first.properties.isEmoji { return 2 }
    total += displayWidth(scalar)
  }
  return min(total, 2)
}

extension StyledText {
  /// The number of terminal columns the line takes.
  package var displayWidth: Int { spans.reduce(0) { $0 + Terminal.displayWidth($1.text) } }
}

/// The columns of a code point that stands alone.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20...0x7E: 1
  // The soft hyphen shows, and so do the Arabic and Syriac signs that span the digits after them.
  case 0xAD, 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: 1
  // Vowels and finals of Hangul syllables that are spelt out join the consonant before them.
  case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x3164, 0xFFA0: 0
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control, .lineSeparator,
      .paragraphSeparator:
      0
    default: WideCharacters.contains(scalar) ? 2 : 1
    }
  }
}
