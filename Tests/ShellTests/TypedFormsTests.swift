import Exhibits
import Experiments
import Plotting
import Testing
import ToyCourse

@testable import Shell

/// The forms in which people type a number, and what each gives wherever one is asked for.
@Suite struct TypedFormsTests {
  /// What comes of a form.
  enum Result: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral
  {
    case number(Double)

    /// A refusal that says this.
    case word(String)

    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(stringLiteral value: String) { self = .word(value) }
  }

  struct Form: Sendable, CustomTestStringConvertible {
    let text: String

    /// On a knob that takes 0.001 … 10.
    let real: Result

    /// On a knob that takes the whole numbers 1 … 100.
    let whole: Result

    /// Where a share is foreseen.
    let share: Result

    /// Where a count is foreseen.
    let count: Result

    /// On `knobs run`, where commas part runs, if that is otherwise than on a real knob.
    let run: Result?

    var testDescription: String { text }

    init(
      _ text: String, _ real: Result, _ whole: Result, _ share: Result, _ count: Result,
      run: Result? = nil
    ) {
      (self.text, self.real, self.whole, self.share, self.count) = (text, real, whole, share, count)
      self.run = run
    }

    /// One that gives the same wherever it is typed.
    init(_ text: String, everywhere result: Result) {
      self.init(text, result, result, result, result)
    }
  }

  private static let none: Result = "is not a number"
  private static let point: Result = "written with a point"

  static let forms = [
    Form("1", everywhere: 1), Form("+1", everywhere: 1), Form(" 1 ", everywhere: 1),
    Form("1.0", everywhere: 1), Form("1.", everywhere: 1), Form("1e0", everywhere: 1),
    Form("2/2", everywhere: 1), Form("10^0", everywhere: 1), Form("1⁴", everywhere: 1),
    Form("~1", everywhere: 1), Form("≈ 1", everywhere: 1), Form("= 1", everywhere: 1),
    Form("“1”", everywhere: 1), Form("１", everywhere: 1), Form("١", everywhere: 1),
    Form("×1", everywhere: 1), Form("1×", everywhere: 1), Form("1x", everywhere: 1),
    Form("\u{200E}1", everywhere: 1), Form("1 times", everywhere: 1),
    Form("0.5", 0.5, "whole number", 0.5, 0.5), Form(".5", 0.5, "whole number", 0.5, 0.5),
    Form("1/16", 0.0625, "whole number", 0.0625, 0.0625),
    Form("1 / 16", 0.0625, "whole number", 0.0625, 0.0625),
    Form("½", 0.5, "whole number", 0.5, 0.5), Form("1½", 1.5, "whole number", "cannot be", 1.5),
    Form("2^-4", 0.0625, "whole number", 0.0625, 0.0625),
    Form("2^(-4)", 0.0625, "whole number", 0.0625, 0.0625),
    Form("2⁻⁴", 0.0625, "whole number", 0.0625, 0.0625),
    Form("1e-2", 0.01, "whole number", 0.01, 0.01), Form("1E-2", 0.01, "whole number", 0.01, 0.01),
    Form("1e−2", 0.01, "whole number", 0.01, 0.01), Form("10⁻²", 0.01, "whole number", 0.01, 0.01),
    Form("10^-2", 0.01, "whole number", 0.01, 0.01),
    Form("2·10⁻²", 0.02, "whole number", 0.02, 0.02),
    Form("2 × 10^-2", 0.02, "whole number", 0.02, 0.02),
    Form("2*10^-2", 0.02, "whole number", 0.02, 0.02),
    Form("2x10^-2", 0.02, "whole number", 0.02, 0.02),
    Form("3^2", 9, 9, "cannot be", 9), Form("3**2", 9, 9, "cannot be", 9),
    Form("3²", 9, 9, "cannot be", 9), Form("2*3", 6, 6, "cannot be", 6),
    Form("3^6", "out of range", "out of range", "cannot be", 729),
    Form("80", "out of range", 80, "in percent it is 80%", 80),
    Form("1.2", 1.2, "whole number", "cannot be", 1.2),
    Form("1,000", "out of range", "out of range", "cannot be", 1000, run: "a comma parts"),
    Form("40,000", "out of range", "out of range", "cannot be", 40_000, run: "a comma parts"),
    Form("40 000", "out of range", "out of range", "cannot be", 40_000),
    Form("40\u{202F}000", "out of range", "out of range", "cannot be", 40_000),
    Form("40'000", "out of range", "out of range", "cannot be", 40_000),
    Form("40’000", "out of range", "out of range", "cannot be", 40_000),
    Form("40_000", "out of range", "out of range", "cannot be", 40_000),
    Form("1,234,567", "out of range", "out of range", "cannot be", 1_234_567),
    Form("−0.5", "out of range", "whole number", "cannot be", "cannot be"),
    Form("–5", "out of range", "out of range", "cannot be", "counts, from 0 up"),
    Form("-5", "out of range", "out of range", "cannot be", "counts, from 0 up"),
    Form("50%", "is no share", "is no share", 0.5, "is no share"),
    Form("50 %", "is no share", "is no share", 0.5, "is no share"),
    Form("50 percent", "is no share", "is no share", 0.5, "is no share"),
    Form("12.5٪", "is no share", "is no share", 0.125, "is no share"),
    Form("120%", "is no share", "is no share", "cannot be", "is no share"),
    Form("0,5", point, point, point, point, run: "a comma parts"),
    Form("1,5", point, point, point, point, run: "a comma parts"),
    Form("0,125", point, point, point, point, run: "a comma parts"),
    Form("2,5 %", none, none, none, none, run: "is no share"),
    Form("1.000,5", none, none, none, none, run: "a comma parts"),
    Form("3·5", everywhere: "is not a number"), Form("0x10", everywhere: "is not a number"),
    Form("two", everywhere: "is not a number"), Form("1/0", everywhere: "is not a number"),
    Form("1/2/3", everywhere: "is not a number"),
    Form("--1", none, none, none, none, run: "has no value"),
    Form("nan", "finite number", "finite number", none, none),
    Form("1e999", "finite number", "finite number", none, none),
    Form("9^9999", "finite number", "finite number", none, none),
  ]

  @Test func thereAreManyForms() {
    #expect(Self.forms.count >= 60 && Set(Self.forms.map(\.text)).count == Self.forms.count)
  }

  private static func expect(
    _ result: Result, _ text: String, _ place: String,
    _ read: () throws -> Double?
  ) {
    do {
      let number = try read()
      if case .number(let expected) = result {
        #expect(number == expected, "\(text) \(place)")
      } else {
        Issue.record("\(text) \(place) gives \(String(describing: number))")
      }
    } catch {
      let message =
        (error as? Refusal)?.message ?? (error as? AnswerFault)?.message
        ?? (error as? SettingFault)?.message ?? ""
      if case .word(let word) = result {
        #expect(message.contains(word), "\(text) \(place): \(message)")
        #expect(!message.contains("\n") && message.count < 200)
      } else {
        Issue.record("\(text) \(place): \(message)")
      }
    }
  }

  /// `check`, `sweep` and `tune` read options so, and exercises the answers to their prompts.
  @Test(arguments: forms) func givesWhatItSaysOnAKnob(_ form: Form) {
    for (knob, result) in [("rate", form.real), ("pushes", form.whole)] {
      Self.expect(result, form.text, knob) {
        let arguments = [KnobArgument(knob: knob, value: form.text)]
        return try arguments.settings(of: Slide.self)[knob]?.number
      }
      Self.expect(result, form.text, "tried on \(knob)") {
        let arguments = try KnobArgument.arguments(
          in: "\(knob) = \(form.text)", of: Slide.self, choosing: Slide.knobs)
        return try arguments.settings(of: Slide.self)[knob]?.number
      }
      Self.expect(result, form.text, "tried alone on \(knob)") {
        let arguments = try KnobArgument.arguments(
          in: form.text, of: Slide.self, choosing: Slide.knobs.filter { $0.name == knob })
        return try arguments.settings(of: Slide.self)[knob]?.number
      }
    }
  }

  @Test(arguments: forms) func givesWhatItSaysAsAPrediction(_ form: Form) {
    let share = Metric("hits", "a share", kind: .share)
    let count = Metric("steps-to-target", "a count", .count)
    Self.expect(form.share, form.text, "as a share") { try share.answer(typed: form.text) }
    Self.expect(form.count, form.text, "as a count") { try count.answer(typed: form.text) }
    let size = Metric("growth", "a size", kind: .size)
    if case .number = form.count {
      #expect(throws: Never.self) { try size.answer(typed: form.text) }
    }
  }

  @Test(arguments: forms) func isNeverTakenForSeveralRuns(_ form: Form) async {
    do {
      let report = try await Program.run(
        ["run", "slide", "--rate", form.text, "--json"], Fixture.context(width: 80))
      #expect(!report.text.contains("\"runs\""), "\(form.text)")
      guard case .number = form.real else {
        Issue.record("\(form.text) is run")
        return
      }
    } catch {
      guard case .word(let word) = form.run ?? form.real else {
        Issue.record("\(form.text): \(error)")
        return
      }
      #expect("\(error)".contains(word), "\(form.text): \(error)")
    }
  }

  @Test(arguments: [
    ("100,200", true), ("1,10", true), ("0.1,0.5", true), ("1.0,5", true), ("1, 5", true),
    ("2,50", true), ("1,2,3", true), ("1,5", false), ("0,5", false), ("2,05", false),
    ("1,000", false), ("0,1", false),
  ])
  func listsAreRunWhereTheyAreNoNumber(_ text: String, _ isList: Bool) async {
    let line = ["run", "slide", "--rate", text, "--json"]
    let report = try? await Program.run(line, Fixture.context(width: 80))
    let isInRange = text != "100,200" && text != "2,50"
    #expect((report != nil) == (isList && isInRange), "\(text)")
  }

  @Test(arguments: [
    ("ice", "ice"), ("Ice", "ice"), (" ICE ", "ice"), ("\"ice\"", "ice"), ("surface = Ice", "ice"),
  ])
  func choicesAreTakenInAnyCase(_ text: String, _ name: String) throws {
    let typed = [KnobArgument(knob: "surface", value: text)]
    #expect(try typed.settings(of: Slide.self)["surface"] == .choice(name))
  }

  /// Lessons have one form for a number and for a name.
  @Test(arguments: ["1/16", "40,000", "50%", "2^-4", "½", "~1", "×1", "1 000"])
  func filesAreReadStrictly(_ text: String) {
    var settings = Slide.defaults
    #expect(throws: SettingFault.self) { try settings.turn("rate", to: text) }
    #expect(throws: SettingFault.self) { try settings.turn("surface", to: "Ice") }
  }
}
