import Testing

/// A screen that is kept as text under `name.width.alphabet.txt`.
///
/// Another width or alphabet needs no more than an empty file of that name, recorded.
package struct ScreenGolden: Sendable, CustomTestStringConvertible {
  package let name: String
  package let width: Int
  package let usesUnicode: Bool

  /// A file name read back; nil for a name that no screen has.
  package init?(file: String) {
    let parts = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let width = Int(parts[1]), ["unicode", "ascii"].contains(parts[2]),
      parts[3] == "txt"
    else { return nil }
    name = parts[0]
    self.width = width
    usesUnicode = parts[2] == "unicode"
  }

  package var file: String { "\(name).\(width).\(usesUnicode ? "unicode" : "ascii").txt" }
  package var testDescription: String { file }
}

extension Goldens {
  /// The screens that are kept.
  package var screens: [ScreenGolden] { names.compactMap(ScreenGolden.init(file:)) }
}
