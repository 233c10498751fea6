import Exhibits
import Foundation
import Testing

@testable import Shell

extension Command {
  /// Whether the command's table accepts a line.
  static func accepts(_ line: [String]) throws(Refusal) {
    _ = try ParsedArguments<Options>(split(line))
  }
}

/// How a table of options understands a line.
@Suite struct ParsedArgumentsTests {
  enum Shape: String, CaseIterable, OptionValue { case round, flat }

  struct Options: OptionTable {
    let knobs = KnobSource.simulation
    let size = Option("size", 2...5, default: 3, "a number")
    let first = Option<UInt64>("first", 0...UInt64.max, default: 7, "a long number")
    let fast = Option("fast", "a switch")
    let label = Option("label", "TEXT", "a text")
    let shape = Option<Shape?>(choice: "shape", "SHAPE", "a name")
    let folders = Option(repeated: "folders", "DIR", "folders")
  }

  static func parsed(_ line: String) throws(Refusal) -> ParsedArguments<Options> {
    try ParsedArguments(
      SplitArguments(
        line.split(separator: " ").map(String.init), options: Options.options, takesKnobs: true,
        owner: "knobs test"))
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    let arguments = try Self.parsed("")
    #expect(arguments.size == 3 && arguments.first == 7 && !arguments.fast)
    #expect(arguments.label == nil && arguments.shape == nil && arguments.folders == [])
    #expect(arguments.words == [] && arguments.knobs == [])
  }

  @Test func whatIsTypedHasItsType() throws {
    let arguments = try Self.parsed(
      "a --size 5 --first=18446744073709551615 --fast --label x --shape flat --folders f "
        + "--folders g --rate 0.1 b")
    #expect(arguments.size == 5 && arguments.first == .max && arguments.fast)
    #expect(arguments.label == "x" && arguments.shape == .flat)
    #expect(arguments.folders == ["f", "g"] && arguments.words == ["a", "b"])
    #expect(arguments.knobs.map(\.knob) == ["rate"])
    #expect(arguments.knobs.map(\.value) == ["0.1"])
  }

  @Test(arguments: [
    ("--size 1", "size \"1\" is not a whole number 2 … 5"),
    ("--size 6", "size \"6\" is not a whole number 2 … 5"),
    ("--size=-3", "size \"-3\" is not a whole number 2 … 5"),
    (
      "--first 18446744073709551616",
      "first \"18446744073709551616\" is not a whole number 0 … 18446744073709551615"
    ),
    ("--shape flatt", "no shape \"flatt\"; did you mean flat?"),
    ("--shape 3", "no shape \"3\"; there are round, flat"),
    ("--shape 3 --size 1", "size \"1\" is not a whole number 2 … 5"),
  ])
  func isRefused(_ line: String, _ message: String) {
    #expect(throws: Refusal(message)) { try Self.parsed(line) }
  }

  @Test func helpSaysRangeAndDefault() {
    #expect(Options().size.summary == "a number, 2 … 5; 3 unless given")
    #expect(Options().size.placeholder == "N")
  }
}

/// Every option of every command, by the table that declares it.
@Suite struct OptionTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let command: any Command.Type
    let option: any AnyOption
    var testDescription: String { "knobs \(command.name) \(option.flag)" }

    /// The command line with some words after the command.
    func line(_ words: String...) -> [String] {
      command.name.split(separator: " ").map(String.init) + words
    }
  }

  static let cases = Commands.all.flatMap { command in
    command.options.map { Case(command: command, option: $0) }
  }

  static func expectRefusal(_ line: [String], _ message: String) async {
    await #expect(throws: Refusal(message), "\(line)") {
      try await Program.run(line, Fixture.context())
    }
  }

  /// Values just outside of what an option takes are refused, and those just inside are not.
  @Test(arguments: cases) func bothSidesOfEveryBoundAreTried(_ each: Case) async throws {
    let (name, flag) = (each.option.name, each.option.flag)
    switch each.option.domain {
    case .whole(let range):
      let below = range.lowerBound == 0 ? "-1" : "\(range.lowerBound - 1)"
      for text in [below, "\(range.upperBound + 1)", "1.5", "1e1", "0x2", "x", "9e999"] {
        let message =
          "\(name) \"\(text)\" is not a whole number \(range.lowerBound) … \(range.upperBound)"
          + (text == "1e1" && range.contains(10) ? "; write 10" : "")
        await Self.expectRefusal(each.line(flag, text), message)
        await Self.expectRefusal(each.line("\(flag)=\(text)"), message)
      }
      for number in [range.lowerBound, range.upperBound] {
        try each.command.accepts([flag, "\(number)"])
        let int = (each.option as? Option<Int>)?.value(of: ["\(number)"]).description
        let long = (each.option as? Option<UInt64>)?.value(of: ["\(number)"]).description
        let maybe = (each.option as? Option<Int?>)?.value(of: ["\(number)"])?.description
        #expect((int ?? long ?? maybe) == "\(number)")
      }
    case .choice(let names):
      for text in ["xyzzy", "0"] {
        await Self.expectRefusal(
          each.line(flag, text),
          "no \(name) \"\(text)\"; there \(names.count == 1 ? "is" : "are") \(names.joined(separator: ", "))"
        )
      }
      for text in names {
        try each.command.accepts([flag, text])
        await Self.expectRefusal(
          each.line(flag, text + "x"), "no \(name) \"\(text)x\"; did you mean \(text)?")
      }
    case .text:
      try each.command.accepts([flag, "x"])
    case .flag:
      try each.command.accepts([flag])
      await Self.expectRefusal(each.line("\(flag)=yes"), "\(flag) takes no value")
    }
  }

  @Test(arguments: cases) func valuesAreThereOnce(_ each: Case) async {
    let flag = each.option.flag
    guard let placeholder = each.option.placeholder else {
      return await Self.expectRefusal(each.line(flag, flag), "\(flag) is given twice; keep one")
    }
    for line in [each.line(flag), each.line("\(flag)="), each.line(flag, "--help")] {
      await Self.expectRefusal(line, "\(flag) has no value; it takes \(placeholder)")
    }
    guard !each.option.mayRepeat else { return }
    await Self.expectRefusal(
      each.line(flag, "1", flag, "1"), "\(flag) is given twice; keep one")
  }

  /// Help comes before what a value is refused for.
  @Test(arguments: cases) func helpIsThereWhateverTheValueIs(_ each: Case) async throws {
    guard case .whole = each.option.domain else { return }
    let report = try await Program.run(
      each.line(each.option.flag, "x", "--help"), Fixture.context())
    #expect(report.text.contains(each.option.flag) && report.status == .done)
  }

  /// An option is known under one name, to those who type it and to those who read it.
  @Test func everyPropertyIsAnOptionNamedLikeIt() {
    for command in Commands.all {
      for (label, value) in command.properties {
        guard let option = value as? any AnyOption else {
          let isGroup = (value as? any OptionGroup)?.options.isEmpty == false
          #expect(isGroup || label == "knobs" && value is KnobSource, "\(command.name) \(label)")
          continue
        }
        let words = option.name.split(separator: "-").map(\.capitalized)
        #expect(words.joined().lowercased() == label.lowercased(), "\(command.name) \(label)")
      }
      for option in command.options {
        #expect(option.isSwitch == (option.placeholder == nil))
        #expect(!option.summary.isEmpty)
      }
    }
  }
}

extension Command {
  fileprivate static var properties: [(label: String, value: Any)] {
    Mirror(reflecting: Options()).children.map { ($0.label ?? "", $0.value) }
  }
}
