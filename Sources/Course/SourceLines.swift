/// The lines of a text file.
enum SourceLines {
  /// The lines without their ends, whichever of the three kinds those are, and without a byte order
  /// mark.
  static func split(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var lines: [String] = []
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      func line(to end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      }
      var end = start
      while end < bytes.count {
        defer { end += 1 }
        guard bytes[end] == newline || bytes[end] == carriageReturn else { continue }
        lines.append(line(to: end))
        if bytes[end] == carriageReturn, end + 1 < bytes.count, bytes[end + 1] == newline {
          end += 1
        }
        start = end + 1
      }
      lines.append(line(to: bytes.count))
      return lines
    }
  }

  /// The control characters of each line but for tabs, of very many the first.
  ///
  /// Characters that turn the direction of text around count, for they can make a line read as what
  /// it is not, and so do those that can not be seen at all.
  static func controls(in lines: [String]) -> [(line: Int, column: Int, Unicode.Scalar)] {
    lines.enumerated().flatMap { offset, line -> [(line: Int, column: Int, Unicode.Scalar)] in
      guard mayHoldControls(line) else { return [] }
      var found: [(line: Int, column: Int, Unicode.Scalar)] = []
      for (column, character) in line.enumerated() {
        for scalar in character.unicodeScalars where isControl(scalar) || isInvisible(scalar) {
          found.append((offset + 1, column + 1, scalar))
        }
        if found.count >= mostInALine { break }
      }
      return found
    }
  }

  /// How many of a line's are reported, for the sake of who reads the report.
  private static let mostInALine = 20

  /// Whether a scalar takes no room and joins or parts nothing that one could see: zero width space,
  /// word joiner and invisible operators, and a byte order mark inside of a text.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x2060...0x2064, 0xFEFF: true
    default: false
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
      bytes.indices.contains { index in
        switch bytes[index] {
        case 0x09, 0x20...0x7E: false
        case 0x00...0x1F, 0x7F: true
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0
        case 0xE2: index + 1 < bytes.count && bytes[index + 1] <= 0x81
        case 0xEF: index + 1 < bytes.count && bytes[index + 1] == 0xBB
        default: false
        }
      }
    } ?? true
  }
}

extension Faults {
  /// Adds a fault for each control character, and for each that can not be seen.
  mutating func addControls(in lines: [String]) {
    for (number, column, scalar) in SourceLines.controls(in: lines) {
      let kind = SourceLines.isInvisible(scalar) ? "invisible" : "control"
      add(
        number, column,
        "\(kind) character U+\(SourceLines.hexadecimal(scalar)) in the text; remove it")
    }
  }
}
