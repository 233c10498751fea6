import Foundation

/// A data file in `Tests/Reference`, beside the script that made it.
enum Fixture {
  /// The lines of a file, split at spaces.
  static func rows(_ name: String) throws -> [[Substring]] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Reference/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").map { $0.split(separator: " ") }
  }

  /// The number with these bits, in hexadecimal.
  static func number(_ bits: Substring) -> Double? {
    UInt64(bits, radix: 16).map { Double(bitPattern: $0) }
  }
}
