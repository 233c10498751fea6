import Experiments

/// The lines of a text file.
enum SourceLines {
  /// The lines without their ends, whichever of the three kinds those are, and without a byte order
  /// mark.
  static func split(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var lines: [String] = []
      lines.reserveCapacity(bytes.count { $0 == newline } + 1)
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      func line(to end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
      }
      var end = start
      while end < bytes.count {
        defer { end += 1 }
        guard bytes[end] <= carriageReturn, bytes[end] == newline || bytes[end] == carriageReturn
        else { continue }
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
  /// it is not, and so do those that cannot be seen at all.
  static func controls(in lines: [String]) -> [(line: Int, column: Int, Unicode.Scalar)] {
    lines.enumerated().flatMap { offset, line -> [(line: Int, column: Int, Unicode.Scalar)] in
      guard mayHoldControls(line) else { return [] }
      var found: [(line: Int, column: Int, Unicode.Scalar)] = []
      let scalars = Array(line.unicodeScalars)
      var place = 0
      for (column, character) in line.enumerated() {
        for scalar in character.unicodeScalars {
          if isControl(scalar) || isNothing(scalar) || isIdleJoiner(at: place, of: scalars) {
            found.append((offset + 1, column + 1, scalar))
          }
          place += 1
        }
        if found.count >= mostInALine { break }
      }
      return found
    }
  }

  /// How many of a line's are reported, for the sake of who reads the report.
  private static let mostInALine = 20

  /// Whether a scalar takes no room and joins or parts nothing that one could see: word joiner and
  /// invisible operators, and a byte order mark inside of a text.
  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  /// Whether a scalar takes no room.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    isNothing(scalar) || isJoiner(scalar)
  }

  /// Whether a scalar takes no room, but parts words or shapes letters in some scripts.
  ///
  /// Those are the zero width space, with which Thai and Khmer may break a line, and the zero width
  /// joiner and non-joiner of Arabic and Indic scripts and of emoji.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200D).contains(scalar.value)
  }

  /// Whether there is a joiner at a place that no letter beside it can have any use for.
  private static func isIdleJoiner(at place: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard isJoiner(scalars[place]) else { return false }
    func needsIt(_ neighbour: Int) -> Bool {
      scalars.indices.contains(neighbour) && !scalars[neighbour].isASCII
        && !isJoiner(scalars[neighbour])
    }
    return !needsIt(place - 1) && !needsIt(place + 1)
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

  /// False for text whose bytes show at once that there is none.
  static func mayHoldControls(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte >= 0x20, byte < 0x7F { continue }
        switch byte {
        case 0x09, 0x0A, 0x0D: continue
        case 0x00...0x1F, 0x7F: return true
        case 0xC2 where index < bytes.count && bytes[index] < 0xA0: return true
        case 0xE2 where index + 1 < bytes.count:
          switch (bytes[index], bytes[index + 1]) {
          case (0x80, 0x8B...0x8D), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xA9): return true
          default: continue
          }
        case 0xEF where index < bytes.count && bytes[index] == 0xBB: return true
        default: continue
        }
      }
      return false
    } ?? true
  }
}

extension Faults {
  /// Adds a fault for each control character, and for each that cannot be seen.
  ///
  /// - Parameters:
  ///   - lines: the lines of a text.
  ///   - text: all of the text, by which most are known to have none.
  mutating func addControls(in lines: [String], of text: String) {
    guard SourceLines.mayHoldControls(text) else { return }
    let controls = SourceLines.controls(in: lines)
    for (number, column, scalar) in controls.prefix(Limits.faults) {
      let kind = SourceLines.isInvisible(scalar) ? "invisible" : "control"
      add(
        number, column,
        "\(kind) character U+\(SourceLines.hexadecimal(scalar)) in the text; remove it")
    }
    if let next = controls.dropFirst(Limits.faults).first {
      let rest = controls.count - Limits.faults
      add(
        next.line, next.column,
        "\(NumberText.count(rest, "more character")) of the kind from here on; remove them",
        count: rest)
    }
  }
}
