/// The lines of a text file.
enum SourceLines {
  /// The lines without their ends, whichever of the three kinds those are.
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if afterReturn, scalar == "\n" {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      } else {
        line.append(scalar)
      }
    }
    lines.append(String(line))
    return lines
  }

  /// The first control character of each line, but for tabs.
  static func controls(in lines: [String]) -> [(line: Int, column: Int, Unicode.Scalar)] {
    lines.enumerated().compactMap { offset, line in
      var column = 0
      for scalar in line.unicodeScalars {
        column += 1
        if scalar.properties.generalCategory == .control, scalar != "\t" {
          return (offset + 1, column, scalar)
        }
      }
      return nil
    }
  }

  /// A scalar's number with at least four digits.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
