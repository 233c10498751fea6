import Foundation
import TestKit
import Testing
import ToyCourse

/// Bad requests: one line on standard error, status 2, nothing on standard output, no attempt.
@Suite(.mayHang) struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: [String]
    let says: String
    var environment: [String: String?] = [:]

    init(_ line: [String], _ says: String, _ environment: [String: String?] = [:]) {
      self.line = line
      self.says = says
      self.environment = environment
    }

    var testDescription: String { line.joined(separator: " ").debugDescription }
  }

  static let check = ["check", "learning-rate/reach-the-floor"]
  static let range = "0.001 … 1"

  static let unknown = [
    Case(["chek"], "did you mean check?"),
    Case(["--jsn"], "did you mean --json?"),
    Case(["lessons", "--jsno"], "did you mean --json?"),
    Case(["-x"], "\"-x\""),
    Case(["run", "step-sise"], "did you mean step-size?"),
    Case(["run"], "step-size"),
    Case(["run", "step-size", "--learning-rat", "0.1"], "did you mean learning-rate?"),
    Case(["run", "step-size", "--show", "los"], "did you mean loss?"),
    Case(["run", "step-size", "more"], "does not know what to do with \"more\""),
    Case(["sweep", "step-size"], "LOW..HIGH"),
    Case(["sweep", "step-size", "--learning-rate", "0.1"], "LOW..HIGH"),
    Case(["sweep", "step-size", "--learning-rate", "0.2..0.1"], "LOW..HIGH"),
    Case(["sweep", "step-size", "--learning-rate", "0.1..nan"], range),
    Case(["sweep", "step-size", "--steps", "1..9", "--metric", "relative-los"], "did you mean"),
    Case(["sweep", "step-size", "--learning-rate", "0.1..0.2", "--points", "1"], "2 … 201"),
    Case(["sweep", "step-size", "--learning-rate", "0.1.."], "write LOW..HIGH"),
    Case(["sweep", "step-size", "--learning-rate", ".."], "write LOW..HIGH"),
    Case(
      [
        "sweep", "epoch-overfitting", "--learning-rate", "0.1..1", "--points", "201", "--seeds",
        "100",
      ], "take fewer points or seeds"),
    Case(["sweep", "step-size", "--learning-rate", "0.1..0.2", "--points", "1e9"], "2 … 201"),
    Case(["learn", "learning-rat"], "did you mean learning-rate?"),
    Case(["check"], "LESSON/EXERCISE"),
    Case(["check", "learning-rate"], "no exercise \"learning-rate\""),
    Case(["check", "learning-rate/reach-the-flor"], "did you mean reach-the-floor?"),
    Case(["check", "learning-rat/reach-the-floor"], "did you mean learning-rate?"),
    Case(["check", "reach-the-floor"], "did you mean learning-rate/reach-the-floor?"),
    Case(["hint", "learning-rate/reach-the-flor"], "did you mean reach-the-floor?"),
    Case(["solution", "learning-rate/reach-the-floor"], "opens after a pass or 3"),
    Case(["reset", "learning-rat"], "did you mean learning-rate?"),
    Case(["completions"], "bash"),
    Case(["completions", "zhs"], "did you mean zsh?"),
    Case(["help", "chekc"], "did you mean check?"),
    Case(["lessons", "--json", "--json"], "twice"),
    Case(["lessons", "--json=yes"], "takes no value"),
    Case(["lessons", "--lessons"], "has no value"),
    Case(["lessons", "--lessons="], "has no value"),
  ]

  static let values =
    [
      "99", "0", "-0.1", "1.0000001", "nan", "NaN", "inf", "-inf", "infinity", "1e999", "-1e999",
      "",
      " ", "0x10", "0x1p-3", "abc", "0,1", "1/0", "0.1.2", "1e", "--", "٠٫١", "0.1abc", "+",
      String(repeating: "9", count: 400), String(repeating: "x", count: 100_000),
    ].map { Case(check + ["--learning-rate=\($0)"], range) }
    + [
      Case(check + ["--learning-rate"], range),
      Case(check + ["--learning-rate", "--json"], range),
      Case(check + ["--learning-rate", "0.1", "--learning-rate", "0.1"], "twice"),
      Case(check + ["--learning-rate=0.1", "--learning-rate=0.2"], "twice"),
      Case(check + ["--steps", "50"], "not yours to choose"),
      Case(check + ["--learnin-rate", "0.1"], "did you mean learning-rate?"),
      Case(check + ["--learning-rate", "0.1", "more"], "\"more\""),
      Case(check + ["--seed", "1"], "no knob \"seed\""),
      Case(["run", "step-size", "--steps", "1.5"], "not a whole number"),
      Case(["run", "step-size", "--steps", "1e30"], "1 … 1000"),
      Case(["run", "step-size", "--learning-rate", "0.1,"], range),
      Case(["run", "step-size", "--learning-rate", "0.1,0.1"], "twice"),
      Case(["run", "step-size", "--learning-rate", ".1,.2,.3,.4,.5,.6,.7"], "at most 6"),
      Case(["run", "step-size", "--learning-rate", "0.1,0.2", "--steps", "1,2"], "one at a time"),
      Case(["run", "step-size", "--seed", "-1"], "0 … 4294967295"),
      Case(["run", "step-size", "--seed", "99999999999"], "0 … 4294967295"),
    ]

  static let controls = [
    Case(["\u{1B}[31mred"], "no command"),
    Case(["run", "\u{1B}]0;title\u{7}"], "no simulation"),
    Case(["run", "step-size", "--\u{1B}[31m", "1"], "no knob"),
    Case(["run", "step-size", "--\u{1B}[31m", "1,2"], "no knob"),
    Case(["run", "step-size", "--learning-rate", "\u{1B}[31m"], range),
    Case(["sweep", "step-size", "--\u{1B}[31m", "1..2"], "no knob"),
    Case(check + ["--learning-rate", "1\u{202E}"], range),
    Case(check + ["--\u{9B}31m", "1"], "no knob"),
    Case(["check", "learning-rate/\r\u{1B}[2J"], "no exercise"),
    Case(["lessons", "--lessons", "\u{1B}[31m\nsecond line"], "no folder"),
    Case(["lessons", "--\u{1B}[31m"], "no option"),
    Case(["lessons", "--json=\u{1B}[31m"], "takes no value"),
    Case(["completions", "\u{1B}[31m"], "no completions"),
  ]

  static let places = [
    Case(["lessons", "--lessons", "/nowhere"], "/nowhere"),
    Case(["lessons"], "/nowhere", ["KNOBS_LESSONS": "/nowhere"]),
    Case(["lessons", "--lessons", "/dev/null"], "not a folder"),
    Case(["lessons", "--lessons", "/proc/1/fdinfo"], "/proc/1/fdinfo"),
    Case(["lessons", "--lessons", "/dev/fd"], "no lessons in /dev/fd"),
    Case(["lessons", "--lessons", "/dev/null/x"], "no folder /dev/null/x"),
    Case(["lessons", "--lessons", String(repeating: "x", count: 300)], "File name too long"),
    Case(["lessons", "--lessons", "~nobody/x"], "no folder ~nobody/x"),
    Case(["progress"], "KNOBS_STATE", ["KNOBS_STATE": nil, "HOME": nil]),
    Case(["progress"], "KNOBS_STATE", ["KNOBS_STATE": nil, "HOME": "here"]),
    Case(["progress"], "KNOBS_STATE", ["KNOBS_STATE": "~nobody/x"]),
    Case(["progress"], "Not a directory", ["KNOBS_STATE": "/dev/null/state"]),
    Case(["log"], "Not a directory", ["KNOBS_STATE": "/dev/null/state"]),
    Case(["solution", check[1]], "Not a directory", ["KNOBS_STATE": "/dev/null/state"]),
    Case(["reset"], "Not a directory", ["KNOBS_STATE": "/dev/null/state"]),
    Case(["reset"], "KNOBS_STATE", ["KNOBS_STATE": "~nobody/x"]),
    Case(["run", "step-size", "--svg", "/dev/null/x.svg"], "Not a directory"),
    Case(["author", "check", String(repeating: "x", count: 300)], "File name too long"),
  ]

  @Test(arguments: unknown + values + controls + places)
  func isRefusedInOneLine(_ each: Case) async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder).with(each.environment)
      let result = try await knobs.run(each.line)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errorLines.count == 2 && result.errors.hasSuffix("\n"), "\(result.errors)")
      #expect(result.errors.hasPrefix("knobs: "), "\(result.errors)")
      #expect(result.errors.contains(each.says), "\(result.errors)")
      #expect(!result.errors.hasControls, "\(result.errors.debugDescription)")
      #expect(result.errors.count < 400, "\(result.errors.count) characters")
      #expect(knobs.entries.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: knobs.journal))
    }
  }

  /// Folders without permissions, which stop everybody but the superuser.
  @Test(.enabled(if: geteuid() != 0)) func whatIsLockedIsRefused() async throws {
    try await Fixture.withFolder { folder in
      let locked = folder + "/locked"
      try FileManager.default.createDirectory(
        atPath: locked, withIntermediateDirectories: true, attributes: [.posixPermissions: 0])
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: locked)
      }
      let knobs = KnobsProgram(folder: folder)
      let lessons = try await knobs.run(["lessons", "--lessons", locked])
      let state = try await knobs.with(["KNOBS_STATE": locked]).run(["reset"])
      for result in [lessons, state] {
        #expect(result.status == 2 && result.output == "" && result.errorLines.count == 2)
        #expect(result.errors.contains(locked) && result.errors.contains("Permission denied"))
      }
    }
  }
}
