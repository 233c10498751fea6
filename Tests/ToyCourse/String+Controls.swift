import Foundation

extension String {
  private static let controls = CharacterSet(charactersIn: "\u{0}"..."\u{9}")
    .union(CharacterSet(charactersIn: "\u{B}"..."\u{1F}"))
    .union(CharacterSet(charactersIn: "\u{7F}"..."\u{9F}"))

  /// Whether there is a control character other than line ends.
  package var hasControls: Bool { rangeOfCharacter(from: Self.controls) != nil }

  /// Whether it is ASCII.
  package var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
