/// The text with everything that could steer a terminal replaced by something visible: C0 controls
/// and DEL by their control pictures (U+2400 …), C1 controls and what embeds, overrides or isolates
/// directions by U+FFFD, line ends and tabs by a space.
///
/// The implicit marks of direction, U+200E, U+200F and U+061C, stay: they override nothing (UAX #9,
/// section 2.6), show nothing and take no room. A soft hyphen goes, as it shows only where a word is
/// broken at it, which none is here; terminals show it everywhere.
package func printable(_ text: String) -> String {
  // Nearly every text is plain, which is told by its bytes.
  let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
    bytes.allSatisfy { $0 &- 0x20 < 0x5F }
  }
  if isPlain == true { return text }
  guard text.unicodeScalars.contains(where: { steers($0) || $0 == softHyphen }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09...0x0D: result.append(" ")
    case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case softHyphen.value: break
    default: result.append(steers(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(result)
}

private let softHyphen: Unicode.Scalar = "\u{AD}"

/// Whether a scalar is a control or reorders the text around it.
private func steers(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
