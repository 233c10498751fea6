import Foundation
import TestKit
import Testing

@testable import Authoring

/// Packs that mean harm, or mean nothing.
@Suite(.mayHang) struct HostilePackTests {
  @Test(arguments: 0..<20 as Range<UInt64>) func garbageIsRead(_ seed: UInt64) async throws {
    var garbage = Garbage(seed: seed)
    let pieces = Array(Pack.sound) + Array("[](<>)!|#`~\\\n\n:=-*&é\u{301}\u{0}\u{85}")
    let text = garbage.text(of: pieces.map { String($0) }, count: 3000)
    let bytes = Data(garbage.bytes(3000))
    var cut = Array(Pack.sound.utf8)
    cut.replaceSubrange(garbage.below(cut.count)..., with: text.utf8.prefix(50))
    let pack = try Pack([
      "01-text.md": Data(text.utf8), "02-bytes.md": bytes, "03-cut.md": Data(cut),
    ])
    let report = try await pack.report()
    #expect(report.lessons == 3)
    #expect(report.findings.contains { $0.fault.file.hasSuffix("01-text.md") })
    #expect(report.findings.allSatisfy { $0.fault.line >= 1 && $0.fault.column >= 1 })
    let lines = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 2
    #expect(
      report.findings.filter { $0.fault.file.hasSuffix("01-text.md") }
        .allSatisfy { $0.fault.line <= lines })
  }

  /// Each of these is a trap for something that takes the square of its length.
  @Test(arguments: [
    "[a](b\\_c) ", "[a](x.md) ", "[a][b] ", "[a](#x) ", "![](a) ", "1.5 ", "[", "](", "`1 ",
    "[a]: b\n", "# h\n", "## h\n\n", "```exercise x\n```\n", "\n```exercise\n", "- 1.5\n",
  ]) func workGrowsWithTheText(_ piece: String) async throws {
    func pack(_ length: Int) throws -> Pack {
      let text = String(repeating: piece, count: length / piece.utf8.count)
      return try Pack(["01-one.md": Pack.sound + "\n" + text])
    }
    let (length, longer) = (2_500, 2_500 * Growth.factor)
    let small = try pack(length)
    let large = try pack(longer)
    let checks = [
      length: try PackCheck(folder: small.folder, only: nil, catalog: .all),
      longer: try PackCheck(folder: large.folder, only: nil, catalog: .all),
    ]
    let growth = Growth(from: length) { length in
      guard let subject = checks[length]?.lessons.first else {
        Issue.record("no lesson was read")
        return
      }
      let links = LessonLinks(of: subject.text)
      let lost = LostReference.all(in: subject.text.document)
      #expect(links.items.count + lost.count <= 21_000)
      #expect(lost.map(\.place).columns(in: subject.text.lines).count == lost.count)
      #expect(!PackIndex([subject]).firstUses.isEmpty)
      #expect(ReadingTime(of: subject).total > 0)
      #expect(PromisedNumbers(of: subject).cover(ProseNumber.all(in: "0.001")[0]))
    }
    #expect(growth.isLinear, "\(growth)")
    let whole = try #require(checks[longer])
    #expect(await whole.report(rules: Pack.rules, cache: .none).lessons == 1)
  }

  /// Nothing that waits, never ends or leads elsewhere is opened.
  @Test func whatIsNoFileIsNotRead() async throws {
    let links = "[a](fifo) ![b](02-fifo.md) [c](03-zero.md#x) [d](04-loop.md)"
    let pack = try Pack([
      "01-one.md": Pack.sound.replacing("Some words.", with: links), "05-folder.md/x": "x",
    ])
    for name in ["fifo", "02-fifo.md"] { #expect(mkfifo("\(pack.folder)/\(name)", 0o600) == 0) }
    for (name, target) in [("03-zero.md", "/dev/zero"), ("04-loop.md", "04-loop.md")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(pack.folder)/\(name)", withDestinationPath: target)
    }
    let found = try await pack.found().filter { !$0.contains(": advice: ") }
    let places = found.map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
    let own = Array(repeating: "01-one.md:9", count: 4)
    #expect(places == own + ["02-fifo.md:1", "03-zero.md:1", "04-loop.md:1", "05-folder.md:1"])
  }

  @Test func manyLessonsInACircle() async throws {
    var files: [String: String] = [:]
    for number in 0..<60 {
      let others = (0..<60).filter { $0 != number }.map { "one-\($0)" }.joined(separator: ", ")
      files["\(100 + number)-one-\(number).md"] = BrokenPack.lesson(
        "first-\(number)", requires: others)
    }
    let report = try await Pack(files).report(rules: [Prerequisites.self])
    // Every lesson but the first is required by one that stands before it.
    #expect(report.findings.map(\.fault).total == 59 * 60 / 2)
    #expect(report.findings.allSatisfy { [Prerequisites.name, PackReport.rest].contains($0.rule) })
    #expect(report.findings.allSatisfy { $0.fault.message.count < 400 })
  }

  @Test func aLongCircleIsCutShort() async throws {
    var files: [String: String] = [:]
    for number in 0..<30 {
      files["\(100 + number)-one-\(number).md"] = BrokenPack.lesson(
        "first-\(number)", requires: "one-\((number + 29) % 30)")
    }
    let found = try await Pack(files).found(rules: [Prerequisites.self])
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("100-one-0.md:5:11: one-0 requires one-29, which requires") == true)
    #expect(found.first?.contains(", …, which requires one-0; drop one of these") == true)
  }
}
