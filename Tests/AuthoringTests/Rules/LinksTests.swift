import Foundation
import Testing

@testable import Authoring

@Suite struct LinksTests {
  /// Links that are as they should be, in a pack with a picture, a folder and another lesson.
  @Test(arguments: [
    "[a](https://example.org)", "<https://example.org/a?b#c>", "[a](mailto:a@example.org)",
    "![A curve.](pictures/a%20curve.png)", "![A curve.](<pictures/a curve.png>)",
    "[a](pictures)", "[a](pictures/../02-two.md)", "[a](./02-two.md#your-turn)",
    "[a](#your-turn)", "[a](#One)", "[a](#top)", "[a](#)", "[a](README.md#what-is-it-really)",
    "[a](README.md#twice-1)", "[a][b]\n\n[b]: 02-two.md",
    "![A curve.][b]\n\n[b]: <pictures/a curve.png>",
    "`[a](none.md)`", "\\[a](none.md)", "[a](02-two.md?raw=1)", "w[0][1]", "[a][1]",
    "\\[a\\]\\[b\\]",
  ]) func good(_ link: String) async throws {
    let text = Pack.sound.replacing("Some words.", with: link)
    let others = [
      "02-two.md": BrokenPack.lesson("second"), "pictures/a curve.png": "x",
      "README.md": "# Readme\n\n## What is it, *really*?\n\n## Twice\n\n## Twice\n",
    ]
    #expect(try await found(Links.self, text, others) == [])
  }

  @Test(arguments: [
    ("two in a line: [a](x.md) [b](y.md)", ["9:20", "9:30"]),
    ("over\nlines: [a](x.md)\nand ![b](x.png)", ["10:12", "11:10"]),
    ("[![alt](in.png)](out.md)", ["9:9", "9:18"]),
    ("- a\n- [b](x.md)\n\n> [c](y.md)", ["10:7", "12:7"]),
    ("| a |\n|---|\n| [b](x.md) |", ["11:7"]),
    ("[a](x.md) `[a](x.md)` [a](x.md)", ["9:5", "9:27"]),
    ("[a](</x.md>)", ["9:6"]),
    ("[a](02-tw%6F.md)", ["9:5"]),
    ("![a](pictures)", ["9:6"]),
    ("![][b]\n\n[b]: https://example.org/a.png", ["9:1"]),
    ("[a](https://)", ["9:5"]), ("[a](https://a b)", []), ("[a](<https://a b>)", ["9:6"]),
    ("[a](&#9;javascript:x)", ["9:5"]), ("[a](\\\\host\\x)", ["9:5"]),
    ("[a](//host/x)", ["9:5"]),
  ]) func places(_ prose: String, _ places: [String]) async throws {
    let text = Pack.sound.replacing("Some words.", with: prose)
    let all = try await found(Links.self, text, ["pictures/x.png": ""])
    #expect(all.map { $0.split(separator: ":").prefix(2).joined(separator: ":") } == places)
    #expect(all.allSatisfy { !$0.contains("advice") && $0.contains("; ") })
  }

  @Test func whatThePackSaysIsCheckedToo() async throws {
    let page =
      "---\nname: p\n---\n\n# About\n\n[a](#about) [b](01-one.md#your-turn) [c](none.md) [d](#lost)\n"
    let pack = try Pack(["01-one.md": Pack.sound, "pack.md": page])
    let all = try await pack.found(rules: [Links.self])
    #expect(
      all == [
        "pack.md:7:42: there is no file \"none.md\" in the pack; correct the path, or add the file",
        "pack.md:7:55: no heading \"#lost\" in this file; name one that is there",
      ])
    #expect(try await pack.found(only: "pack.md", rules: [Links.self]) == all)
    #expect(try await pack.found(only: "01-one.md", rules: [Links.self]) == [])
    #expect(try await pack.found(rules: [HeadingOrder.self]) == [])
  }

  /// Of names of a letter every one is near every other.
  @Test func onlyHeadingsThatAreNearAreNamed() async throws {
    let text = Pack.sound.replacing("Some words.", with: "## t\n\n[a](#b) [a](#your-trun)")
    let all = try await found(Links.self, text)
    #expect(
      all.map { $0.split(separator: "; ").last } == [
        "name one that is there", "did you mean #your-turn?",
      ])
  }

  @Test func whatDirectivesSayIsCheckedToo() async throws {
    let text = Pack.sound.replacing("task: Choose", with: "task: [a](javascript:x) Choose")
      .replacing("hint: Try", with: "hint: ![b](../b.png) Try")
    let all = try await found(Links.self, text)
    #expect(all.map { $0.prefix(6) } == ["20:11:", "23:12:"])
  }

  @Test func referencesThatAreLostAreAdvice() async throws {
    let text = Pack.sound.replacing("Some words.", with: "See [a][nowhere].\n\n[b]: #one")
    let all = try await found(Links.self, text)
    #expect(all.count == 2)
    #expect(all.first?.hasPrefix("9:9: advice: [nowhere] is defined nowhere; ") == true)
    #expect(all.last?.hasPrefix("11:1: advice: nothing refers to [b]; ") == true)
  }

  @Test(arguments: ["secret.txt", "folder/secret.txt", "loop"])
  func symbolicLinksDoNotLeadOut(_ path: String) async throws {
    let outside = try Pack(["secret.txt": "x"])
    let pack = try Pack([
      "01-one.md": Pack.sound.replacing("Some words.", with: "[a](\(path)) [b](inside.txt)"),
      "real.txt": "x",
    ])
    let files = FileManager.default
    for (name, target) in [
      ("secret.txt", outside.folder + "/secret.txt"), ("folder", outside.folder), ("loop", "loop"),
      ("inside.txt", "real.txt"),
    ] {
      try files.createSymbolicLink(
        atPath: "\(pack.folder)/\(name)", withDestinationPath: target)
    }
    let all = try await pack.found(rules: [Links.self])
    #expect(all.count == 1)
    #expect(all.first?.hasPrefix("01-one.md:9:5: ") == true)
    #expect(all.first?.contains(path == "loop" ? "no file" : "leads out") == true)
  }

  /// A folder that is itself reached by a link is the pack's own.
  @Test func thePackMayBeBehindALink() async throws {
    let pack = try Pack([
      "real/01-one.md": Pack.sound.replacing("Some words.", with: "[a](a.txt)"), "real/a.txt": "",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: pack.folder + "/link", withDestinationPath: "real")
    let report = try await PackCheck.run(
      folder: pack.folder + "/link/", only: nil, catalog: .all, rules: Pack.rules, cache: .none)
    #expect(report.findings.isEmpty)
  }
}
