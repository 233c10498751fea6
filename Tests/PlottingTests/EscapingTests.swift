import Foundation
import TestKit
import Testing

@testable import Plotting

/// That what is escaped is read back as it was, by readers that know bytes and no characters.
@Suite struct EscapingTests {
  /// Every sign, with and without what may join it: alone, first, last, in between, twice.
  private static let texts = Garbage.followedSigns.flatMap { sign in
    [sign, sign + "b", "a" + sign, "a" + sign + "b", sign + sign]
  }

  /// What a reader of the escaped texts finds, each as bytes; a new way to escape needs a reader.
  private static func read(_ escaping: Escaping, _ texts: [String]) throws -> [[UInt8]] {
    switch escaping {
    case .shellWord: try shellWords(texts)
    case .workflowMessage: texts.map { workflowText($0, ["%25", "%0D", "%0A"]) }
    case .workflowProperty: texts.map { workflowText($0, ["%3A", "%2C", "%25", "%0D", "%0A"]) }
    case .csvCell: texts.map(cell)
    case .xml: texts.map(elementText)
    }
  }

  @Test(arguments: Escaping.allCases)
  func whatIsEscapedIsReadBack(_ escaping: Escaping) throws {
    let read = try Self.read(escaping, Self.texts.map(escaping.text))
    #expect(read.count == Self.texts.count)
    for (text, bytes) in zip(Self.texts, read) {
      let written = escaping == .csvCell && Self.isFormula(text) ? "'" + text : text
      #expect(bytes == Array(written.utf8), "\(Array(text.unicodeScalars))")
    }
  }

  @Test(arguments: Escaping.allCases)
  func plainTextStaysAsItIs(_ escaping: Escaping) {
    for text in ["a", "Lessons/01-name.md", "0.5", "-0.5", "+1e-3", "学習率/é", "λ"] {
      #expect(escaping.text(text) == text)
    }
  }

  @Test func aWordOfAShellIsOneWord() {
    #expect(Escaping.shellWord.text("") == "''")
    #expect(Escaping.shellWord.text("=ls") == "'=ls'")
    #expect(Escaping.shellWord.text("a=b") == "a=b")
    #expect(Escaping.shellWord.text("it's") == "'it'\\''s'")
    #expect(Escaping.shellWord.text("'\u{301};id") == "''\\''\u{301};id'")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("＝1", "'＝1"), ("+A1", "'+A1"), ("-2+3", "'-2+3"), ("@SUM(1)", "'@SUM(1)"),
    ("=\u{301}1", "'=\u{301}1"), ("=\"a\"", "\"'=\"\"a\"\"\""), ("-2", "-2"), ("a=1", "a=1"),
  ])
  func noCellIsAFormula(_ text: String, _ cell: String) {
    #expect(Escaping.csvCell.text(text) == cell)
  }

  private static func isFormula(_ text: String) -> Bool {
    text.utf8.first.map(Array("=+-@\t\r".utf8).contains) ?? false
  }

  // Readers

  /// The words that a shell of this machine makes of a line.
  private static func shellWords(_ words: [String]) throws -> [[UInt8]] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = "printf '%s\\000' " + words.joined(separator: " ") + "\n"
    DispatchQueue.global().async {
      input.fileHandleForWriting.write(Data(line.utf8))
      try? input.fileHandleForWriting.close()
    }
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data.split(separator: 0, omittingEmptySubsequences: false).dropLast().map(Array.init)
  }

  /// A value of a workflow command: no line end or sign that ends it, then every code as it is read.
  private static func workflowText(_ text: String, _ codes: [String]) -> [UInt8] {
    var bytes = Array(text.utf8)
    let ends = codes.compactMap { UInt8($0.dropFirst(), radix: 16) }.filter { $0 != 0x25 }
    guard !bytes.contains(where: ends.contains) else { return [] }
    // The runner puts one code after the other back, that of the per cent sign last.
    for code in codes.filter({ $0 != "%25" }) + ["%25"] {
      let sign = UInt8(code.dropFirst(), radix: 16) ?? 0
      bytes = Array(
        bytes.split(separator: Array(code.utf8), omittingEmptySubsequences: false)
          .joined(separator: [sign]))
    }
    return bytes
  }

  /// A cell by RFC 4180: what follows a quotation mark ends at the next one that is not doubled.
  private static func cell(_ text: String) -> [UInt8] {
    var rest = Array(text.utf8)[...]
    guard rest.first == 0x22 else {
      return rest.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } ? [] : Array(rest)
    }
    rest.removeFirst()
    var cell: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte != 0x22 {
        cell.append(byte)
      } else if rest.first == 0x22 {
        cell.append(rest.removeFirst())
      } else {
        return rest.isEmpty ? cell : []
      }
    }
    return []
  }

  /// The text of an XML element: nothing in it may begin or end an element or an attribute.
  private static func elementText(_ text: String) -> [UInt8] {
    let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&") {
        let name = String(decoding: rest.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
        rest.removeFirst(min(rest.count, name.utf8.count + 1))
        result += Array((names[name] ?? "no such name").utf8)
      } else if Array("<>\"".utf8).contains(byte) {
        return []
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
