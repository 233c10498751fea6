import Terminal
import Testing

@testable import Shell

/// Help says all that the tables hold, at any width.
@Suite struct HelpViewTests {
  static let widths = [20, 27, 40, 50, 80, 120]

  static func text(_ page: Page) -> String { page.lines.map(\.text).joined(separator: "\n") }

  /// The text with every run of white space as one space: what was said, however it was broken.
  static func words(_ page: Page) -> String {
    text(page).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// An option with what stands for its value and what it does.
  static func row(_ option: any AnyOption) -> String {
    ([option.flag, option.placeholder].compactMap(\.self) + [option.summary])
      .joined(separator: " ")
  }

  @Test func theOverviewNamesEveryCommand() {
    let text = Self.words(HelpView.overview(Screen()))
    for command in Commands.named {
      #expect(text.contains("\(command.name) \(command.summary.split(separator: " ")[0])"))
    }
    for option in HomeCommand.options { #expect(text.contains(Self.row(option))) }
  }

  @Test func aPageNamesEveryOption() throws {
    for command in Commands.named {
      let page = try HelpView.page(on: command, words: [], Fixture.context(width: 200))
      let text = Self.words(page)
      #expect(text.contains("knobs \(command.name)"))
      for option in command.options {
        #expect(text.contains(Self.row(option)), "\(command.name) \(option.name)")
      }
      for argument in command.arguments { #expect(text.contains(argument.placeholder)) }
      for example in command.examples { #expect(text.contains(example.line)) }
    }
  }

  @Test func aPageNamesTheKnobsOfWhatWasTyped() throws {
    let context = Fixture.context(width: 120)
    let run = Self.words(try HelpView.page(on: RunCommand.self, words: ["slide"], context))
    for knob in Slide.knobs {
      #expect(
        run.contains("--\(knob.name) \(knob.domain.text) \(knob.defaultValue.text) \(knob.summary)")
      )
    }
    let check = Self.words(
      try HelpView.page(on: CheckCommand.self, words: ["slides/get-down"], context))
    #expect(check.contains("--rate ") && check.contains("--surface "))
    #expect(!check.contains("--pushes"))
    #expect(throws: Refusal.self) {
      try HelpView.page(on: RunCommand.self, words: ["slyde"], context)
    }
  }

  @Test(arguments: widths) func noLineIsWiderThanTheScreen(_ width: Int) throws {
    for usesUnicode in [true, false] {
      let context = Fixture.context(width: width, usesUnicode: usesUnicode)
      var pages = [HelpView.overview(context.screen)]
      for command in Commands.all {
        pages.append(try HelpView.page(on: command, words: [], context))
      }
      pages.append(try HelpView.page(on: RunCommand.self, words: ["slide"], context))
      for line in pages.flatMap(\.lines) {
        #expect(line.displayWidth <= width, "\(line.text)")
        #expect(usesUnicode || line.text.isPlain, "\(line.text)")
      }
    }
  }
}
