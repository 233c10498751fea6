import Foundation
import TestKit
import Testing

/// Figures as files: whole, where they were asked for, and nowhere else.
@Suite(.mayHang) struct ExportTests {
  static let run = ["run", "step-size", "--learning-rate"]

  static func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix("run-") && $0 != "state" }.sorted()
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test func writesAndSaysWhatItWroteOver() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let (svg, csv) = (folder + "/a.svg", folder + "/a.csv")
      let line = Self.run + ["0.1", "--svg", svg, "--csv", csv]
      let first = try await knobs.run(line)
      #expect(first.status == 0)
      #expect(first.errors == "knobs: wrote \(svg)\nknobs: wrote \(csv)\n")
      #expect(first.output.contains("relative-loss"))
      #expect(try Self.text(svg).hasPrefix("<svg "))
      #expect(try Self.text(csv).hasPrefix("figure,series,role,x,y,value,run\r\n"))
      let second = try await knobs.run(line + ["--json"])
      #expect(second.status == 0)
      #expect(second.errors == "knobs: wrote over \(svg)\nknobs: wrote over \(csv)\n")
      #expect(try Fixture.fields(second.output)["simulation"] as? String == "step-size")
      #expect(try Self.files(folder) == ["a.csv", "a.svg"])
    }
  }

  @Test func severalFiguresHaveAFileEach() async throws {
    try await Fixture.withFolder { folder in
      let line = Self.run + ["0.1,0.2", "--show", "loss,path", "--svg", folder + "/a.svg"]
      let result = try await KnobsProgram(folder: folder).run(line)
      #expect(result.status == 0)
      #expect(try Self.files(folder) == ["a-loss.svg", "a-path-0.1.svg", "a-path-0.2.svg"])
    }
  }

  @Test func runsLaidOverEachOtherAreAllInTheTable() async throws {
    try await Fixture.withFolder { folder in
      let result = try await KnobsProgram(folder: folder).run(
        Self.run + ["0.1,0.2", "--csv", "-"])
      #expect(result.status == 0 && result.errors == "")
      for label in ["learning-rate=0.1", "learning-rate=0.2"] {
        #expect(result.output.contains("loss,measured,measured,0.0,1.0,,\(label)\r\n"))
        #expect(result.output.contains(",theory,"))
      }
    }
  }

  @Test func aSweepIsAFigureToo() async throws {
    try await Fixture.withFolder { folder in
      let line = ["sweep", "step-size", "--learning-rate", "0.05..0.1", "--points", "3"]
      let result = try await KnobsProgram(folder: folder).run(line + ["--svg=-"])
      #expect(result.status == 0 && result.errors == "")
      #expect(result.output.hasPrefix("<svg ") && result.output.hasSuffix("</svg>\n"))
    }
  }

  @Test(arguments: [
    (["--svg", "-", "--csv", "-"], "standard output holds one document"),
    (["--svg", "-", "--json"], "standard output holds one document"),
    (["--svg", "FOLDER/x", "--csv", "FOLDER/x"], "give each its own file"),
    (["--svg", "FOLDER/none/x.svg"], "no folder"),
    (["--svg", "FOLDER/"], "is a folder"),
    (["--svg", "FOLDER"], "not a regular file"),
    (["--csv", "/dev/null"], "not a regular file"),
    (["--csv", "FOLDER/link"], "not a regular file"),
    (["--svg", "-", "--show", "all"], "name one with --show"),
    (["--svg"], "it takes FILE"),
  ]) func refusesInOneLineAndLeavesNothing(_ options: [String], _ says: String) async throws {
    try await Fixture.withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "/dev/null")
      let line = options.map { $0.replacing("FOLDER", with: folder) }
      let result = try await KnobsProgram(folder: folder).run(Self.run + ["0.1"] + line)
      #expect(result.status == 2 && result.output == "")
      #expect(result.errorLines.count == 2 && result.errors.hasPrefix("knobs: "))
      #expect(result.errors.contains(says), "\(result.errors)")
      #expect(try Self.files(folder) == ["link"])
    }
  }

  @Test func aFileThatCanNotBeWholeIsNotThere() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      try "kept".write(to: folder + "/a-loss.svg")
      try FileManager.default.createDirectory(
        atPath: folder + "/a-path.svg", withIntermediateDirectories: true)
      let result = try await knobs.run(
        Self.run + ["0.1", "--show", "loss,path", "--svg", folder + "/a.svg"])
      #expect(result.status == 2 && result.output == "")
      #expect(try Self.text(folder + "/a-loss.svg") == "kept")
      #expect(try Self.files(folder) == ["a-loss.svg", "a-path.svg"])
      // A limit of no blocks stands for a full disk.
      let limited = try await knobs.shell(
        "(trap '' XFSZ; ulimit -f 0; knobs run step-size --svg \(folder)/b.svg) 2>&1 | cat")
      #expect(limited.output.contains("cannot write"), "\(limited.output)")
      #expect(try Self.files(folder) == ["a-loss.svg", "a-path.svg"])
    }
  }
}
