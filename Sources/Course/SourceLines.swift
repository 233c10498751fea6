/// The lines of a text file.
enum SourceLines {
  /// The lines without their ends, whichever of the three kinds those are, and without a byte order
  /// mark.
  static func split(_ text: String) -> [String] {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines: [String] = []
    while let end = bytes.firstIndex(where: { $0 == newline || $0 == carriageReturn }) {
      lines.append(String(decoding: bytes[..<end], as: UTF8.self))
      let isPair = bytes[end] == carriageReturn && bytes[(end + 1)...].first == newline
      bytes = bytes[(end + (isPair ? 2 : 1))...]
    }
    lines.append(String(decoding: bytes, as: UTF8.self))
    return lines
  }

  /// The first control character of each line, but for tabs.
  ///
  /// Characters that turn the direction of text around count, for they can make a line read as what
  /// it is not.
  static func controls(in lines: [String]) -> [(line: Int, column: Int, Unicode.Scalar)] {
    lines.enumerated().compactMap { offset, line in
      guard mayHoldControls(line) else { return nil }
      let scalars = line.unicodeScalars
      guard let index = scalars.firstIndex(where: isControl) else { return nil }
      return (offset + 1, line[..<index].count + 1, scalars[index])
    }
  }

  /// A scalar's number with at least four digits.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Whether a scalar is of the category Cc, which is the same in every version of Unicode, or an
  /// embedding, override or isolate of the bidirectional algorithm (UAX #9, section 2).
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// False for lines whose bytes show at once that there is none.
  private static func mayHoldControls(_ line: String) -> Bool {
    line.utf8.withContiguousStorageIfAvailable { bytes in
      !bytes.allSatisfy { byte in
        byte == 0x09 || (0x20...0x7E).contains(byte) || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
      }
    } ?? true
  }
}

extension Faults {
  /// Adds a fault for each line that holds a control character.
  mutating func addControls(in lines: [String]) {
    for (number, column, scalar) in SourceLines.controls(in: lines) {
      add(
        number, column,
        "control character U+\(SourceLines.hexadecimal(scalar)) in the text; remove it")
    }
  }
}
