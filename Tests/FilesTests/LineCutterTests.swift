import Foundation
import TestKit
import Testing

@testable import Files

/// Lines of bytes that come in pieces.
@Suite struct LineCutterTests {
  private static func lines(_ bytes: [UInt8], pieces: [Int]) -> [String] {
    var cutter = LineCutter()
    var lines: [String] = []
    func take(_ line: LineCutter.Line) {
      let text = String(decoding: line.bytes, as: UTF8.self)
      lines.append((line.isTooLong ? "too long" : text) + (line.isEnded ? "." : "…"))
    }
    var rest = bytes[...]
    for piece in pieces {
      rest.prefix(piece).withUnsafeBytes { cutter.take($0, take) }
      rest = rest.dropFirst(piece)
    }
    cutter.end(take)
    return lines
  }

  @Test(
    arguments: [
      ("", []), ("\n", ["."]), ("a", ["a…"]), ("a\n", ["a."]), ("a\nb", ["a.", "b…"]),
      ("\n\na\n\n", [".", ".", "a.", "."]), ("a\r\nb\r", ["a\r.", "b\r…"]),
    ] as [(String, [String])])
  func areCutAtTheirEnds(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    for piece in 1...4 {
      let pieces = Array(repeating: piece, count: bytes.count + 1)
      #expect(Self.lines(bytes, pieces: pieces) == expected)
    }
  }

  @Test func doNotDependOnThePieces() {
    var garbage = Garbage(seed: 5)
    for _ in 0..<200 {
      let bytes = Array(garbage.text(of: "ab\n", upTo: 60).utf8)
      let whole = Self.lines(bytes, pieces: [bytes.count])
      let pieces = (0...bytes.count).map { _ in garbage.below(9) } + [bytes.count]
      #expect(Self.lines(bytes, pieces: pieces) == whole)
    }
  }

  /// A line that is too long is told of, and not kept; those beside it are.
  @Test(arguments: [-1, 0, 1, 5])
  func longLinesAreNotKept(beyond: Int) {
    let length = LineCutter.longest + beyond
    let bytes = Array("a\n".utf8) + [UInt8](repeating: 120, count: length) + Array("\nb".utf8)
    for pieces in [[bytes.count], [1000, 1 << 19, 1 << 19, 1 << 20]] {
      let lines = Self.lines(bytes, pieces: pieces)
      #expect(lines.count == 3 && lines.first == "a." && lines.last == "b…")
      #expect((lines[1] == "too long.") == (beyond > 0))
      #expect(beyond > 0 || lines[1].utf8.count == length + 1)
    }
  }
}
