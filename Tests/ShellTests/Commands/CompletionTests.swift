import Experiments
import Simulations
import Testing

@testable import Shell

/// What may stand at the end of a command line.
@Suite struct CompletionTests {
  static func candidates(_ words: String...) -> [String] {
    Completion(Fixture.context()).candidates(for: words)
  }

  @Test func theFirstWordIsACommand() {
    #expect(Self.candidates("") == Commands.words)
    #expect(Self.candidates("le") == ["learn", "lessons"])
    #expect(Self.candidates("learn") == [])
    #expect(Self.candidates("--v") == ["--version"])
    #expect(Self.candidates("xyzzy", "") == [])
    #expect(Self.candidates() == Commands.words)
  }

  @Test func wordsAreNames() {
    #expect(Self.candidates("learn", "") == ["slides", "tosses"])
    #expect(Self.candidates("learn", "slides", "") == [])
    let sections = [
      "slides#slides-how-hard-to-push", "slides#a-run", "slides#foresee-it", "slides#your-turn",
      "slides#to-keep",
    ]
    #expect(Self.candidates("learn", "slides") == sections + ["slides/get-down"])
    #expect(Self.candidates("learn", "slides#") == sections)
    #expect(Self.candidates("learn", "slides#f") == ["slides#foresee-it"])
    #expect(Self.candidates("learn", "slides/") == ["slides/get-down"])
    #expect(Self.candidates("learn", "nowhere#") == [])
    #expect(Self.candidates("reset", "s") == ["slides"])
    #expect(Self.candidates("reset", "slides") == ["slides/get-down"])
    #expect(Self.candidates("find", "s") == [])
    #expect(Self.candidates("check", "sl") == ["slides/get-down"])
    #expect(Self.candidates("run", "") == ["slide", "toss"])
    #expect(Self.candidates("help", "ch") == ["check"])
    #expect(Self.candidates("completions", "") == ["bash", "zsh", "fish"])
  }

  @Test func optionsAreTheCommandsOwnAndKnobs() {
    #expect(
      Self.candidates("run", "slide", "--")
        == [
          "--rate", "--pushes", "--surface", "--seed", "--show", "--metrics", "--svg", "--csv",
          "--json", "--lessons", "--plain", "--no-color", "--help",
        ])
    #expect(Self.candidates("run", "slide", "--rate", "1", "--r") == [])
    #expect(Self.candidates("check", "slides/get-down", "--").prefix(2) == ["--rate", "--surface"])
    #expect(Self.candidates("check", "slides/get-down", "--p") == ["--plain"])
    #expect(
      Self.candidates("lessons", "--")
        == ["--all", "--json", "--lessons", "--plain", "--no-color", "--help"])
    #expect(Self.candidates("run", "slide", "--metrics", "l") == ["landing"])
    #expect(Self.candidates("learn", "slides", "--metrics", "") == ["all"])
  }

  @Test func valuesOfChoices() {
    #expect(Self.candidates("run", "slide", "--surface", "") == ["snow", "ice"])
    #expect(Self.candidates("run", "slide", "--surface", "i") == ["ice"])
    #expect(Self.candidates("run", "slide", "--rate", "") == [])
    #expect(Self.candidates("run", "slide", "--show", "") == ["descent", "map"])
    #expect(Self.candidates("sweep", "slide", "--metric", "gr") == ["growth"])
  }

  @Test func optionsAndTheirValuesAreNoWords() {
    #expect(Self.candidates("--json", "le") == ["learn", "lessons"])
    #expect(Self.candidates("--lessons", "check", "le") == ["learn", "lessons"])
    #expect(Self.candidates("--lessons", "") == [])
    #expect(Self.candidates("run", "--seed", "3", "") == ["slide", "toss"])
    #expect(Self.candidates("run", "--json", "sl") == ["slide"])
    #expect(Self.candidates("run", "--seed", "3", "slide", "--ra") == ["--rate"])
    #expect(Self.candidates("run", "slide", "--rate=1", "--ra") == [])
    #expect(Self.candidates("run", "slide", "--seed", "") == [])
  }

  @Test(arguments: [["--lessons", Fixture.pack], ["--lessons=\(Fixture.pack)"]])
  func lessonsAreThoseOfTheFolderThatWasTyped(_ option: [String]) {
    let completion = Completion(Fixture.context(catalog: .all))
    #expect(completion.candidates(for: option + ["learn", ""]) == ["steeper"])
    #expect(completion.candidates(for: ["learn"] + option + [""]) == ["steeper"])
  }

  @Test func everyCandidateContinuesWhatWasTyped() {
    for command in Commands.all {
      for last in ["", "-", "--", "s", "--r"] {
        for candidate in Self.candidates(command.name, last) {
          #expect(candidate.hasPrefix(last) && candidate != last)
          #expect(!candidate.contains { $0.isWhitespace })
        }
      }
    }
  }
}
