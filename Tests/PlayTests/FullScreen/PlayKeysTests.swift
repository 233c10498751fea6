import Experiments
import Terminal
import TestKit
import Testing
import ToyCourse

@testable import Play

/// What each key does to a picture.
@Suite struct PlayKeysTests {
  /// What is expected after some keys: what the last of them asks for, and where knobs stand.
  struct Case: Sendable, CustomTestStringConvertible {
    var keys: [Key]
    var reaction = PlayScreen.Reaction.moved
    var values: [String: String] = [:]
    var chosen: String?

    init(
      _ keys: Key..., is reaction: PlayScreen.Reaction = .moved, at values: [String: String] = [:],
      chosen: String? = nil
    ) {
      (self.keys, self.reaction, self.values) = (keys, reaction, values)
      self.chosen = chosen
    }

    var testDescription: String { keys.map { "\($0)" }.joined(separator: " ") }
  }

  private static func key(_ character: Character) -> Key { .character(character) }

  static let cases: [Case] = [
    Case(.right, at: ["rate": "0.13"]), Case(key("l"), at: ["rate": "0.13"]),
    Case(.left, at: ["rate": "0.079"]), Case(key("h"), at: ["rate": "0.079"]),
    Case(.right, .left, at: ["rate": "0.1"]),
    Case(key("L"), at: ["rate": "0.32"]), Case(.modified(.right, .shift), at: ["rate": "0.32"]),
    Case(key("H"), at: ["rate": "0.032"]), Case(.modified(.left, .shift), at: ["rate": "0.032"]),
    Case(.modified(.right, .control), at: ["rate": "0.11"]),
    Case(.modified(.left, .control), at: ["rate": "0.09"]),
    Case(.home, at: ["rate": "0.001"]), Case(.end, at: ["rate": "10"]),
    Case(.home, .left, is: .none, at: ["rate": "0.001"]), Case(.end, key("L"), is: .none),
    Case(.end, key("0"), at: ["rate": "0.1"]), Case(key("0"), is: .none, at: ["rate": "0.1"]),
    Case(.down, chosen: "steps"), Case(key("j"), chosen: "steps"), Case(.up, chosen: "rate"),
    Case(.down, .down, key("k"), chosen: "steps"), Case(.tab, chosen: "steps"),
    Case(.backtab, chosen: "load"), Case(.backtab, .tab, chosen: "rate"),
    Case(.down, .down, .right, at: ["gear": "high"], chosen: "gear"),
    Case(.down, .down, .end, .down, at: ["gear": "free"], chosen: "load"),
    Case(key("="), key("2"), .enter, at: ["rate": "2"]),
    Case(key("="), .paste("0.5\nq"), .enter, at: ["rate": "0.5"]),
    Case(key("="), key("2"), .backspace, key("3"), .enter, at: ["rate": "3"]),
    Case(key("="), key("2"), .control("u"), key("4"), .enter, at: ["rate": "4"]),
    Case(key("="), key("2"), .escape, at: ["rate": "0.1"]),
    Case(key("="), .backspace, key("l"), at: ["rate": "0.13"]),
    Case(key("="), .enter, at: ["rate": "0.1"]),
    Case(key("="), key("q"), .enter, .escape, at: ["rate": "0.1"]),
    Case(key("="), .up, is: .none), Case(key("="), .control("c"), is: .leave),
    Case(key("="), .control("z"), is: .suspend), Case(key("="), .control("l"), is: .redraw),
    Case(key("q"), is: .leave), Case(key("Q"), is: .leave), Case(.escape, is: .leave),
    Case(.control("c"), is: .leave), Case(.control("d"), is: .leave),
    Case(.endOfInput, is: .leave), Case(.control("z"), is: .suspend),
    Case(.control("l"), is: .redraw), Case(.resize, is: .resize), Case(key("z"), is: .refit),
    Case(key("w"), is: .record), Case(key("m"), is: .mouse(false)),
    Case(key("m"), key("m"), is: .mouse(true)), Case(key("x"), is: .none), Case(.delete, is: .none),
    Case(.paste("q"), is: .none), Case(.place(row: 1, column: 1), is: .none),
    Case(.control("a"), is: .none),
    // A page over the picture takes all keys; those that are none of its own do nothing.
    Case(key("?"), key("l"), is: .none, at: ["rate": "0.1"]), Case(key("?"), key("q")),
    Case(key("?"), .escape),
    Case(key("?"), .control("c"), is: .leave), Case(key("?"), .control("z"), is: .suspend),
    Case(key("?"), .control("l"), is: .redraw), Case(key("?"), .down), Case(key("?"), .pageUp),
    // What was said goes with the next key, whatever it is.
    Case(key("y"), key("x"), is: .none), Case(.enter), Case(.enter, key("x")),
    Case(key("i")), Case(key("i"), key("i")),
  ]

  @Test(arguments: cases) func keysDoWhatTheyAreKnownFor(_ expected: Case) {
    var view = Scene.view()
    var reaction = PlayScreen.Reaction.none
    for key in expected.keys { reaction = view.press(key) }
    #expect(reaction == expected.reaction)
    for (name, value) in expected.values { #expect(view.value(name) == value) }
    if let chosen = expected.chosen { #expect(view.knobs.knob?.name == chosen) }
    #expect(view.entry == nil || reaction != .moved)
  }

  @Test func figuresAreChosenByTheirNumbers() {
    var view = Scene.view()
    for (key, figure) in [("2", 1), ("f", 2), ("f", 0), ("3", 2), ("4", 2), ("9", 2), ("1", 0)] {
      #expect(view.press(.character(Character(key))) == .moved)
      #expect(view.figure == figure)
      #expect((view.note != nil) == (key == "4" || key == "9"))
    }
    var none = Scene.view(Toss.self)
    #expect(none.press(.character("f")) == .moved && none.figure == 0)
    #expect(none.press(.character("1")) == .moved && none.note != nil)
  }

  @Test func runsArePinnedSwappedAndLetGo() {
    var view = Scene.view()
    _ = view.press(.character("P"))
    #expect(view.pinned == nil && view.note != nil)
    _ = view.press(.character("p"))
    let first = view.run.key
    #expect(view.pinned?.run.key == first)
    _ = view.press(.right, .character("n"))
    let second = view.run.key
    #expect(view.pinned?.run.key == first && second != first)
    _ = view.press(.character("P"))
    #expect(view.pinned?.run.key == second && view.run.key == first && view.isCurrent)
    _ = view.press(.character("P"))
    #expect(view.pinned?.run.key == first && view.run.key == second && view.seed == 2)
    _ = view.press(.character("u"))
    #expect(view.pinned == nil && view.pinning == nil)
  }

  /// A run that has not come yet is pinned when it does, and swapped for what it will be.
  @Test func whatIsOnItsWayIsPinned() {
    var view = Scene.view()
    _ = view.handle(.right)
    let wanted = view.run.key
    _ = view.handle(.character("p"))
    #expect(view.pinned == nil && view.pinning?.key == wanted)
    _ = view.handle(.right)
    view.settle()
    #expect(view.pinned?.run.key == wanted && view.run.key != wanted)
    _ = view.handle(.right)
    let later = view.run.key
    _ = view.handle(.character("P"))
    #expect(view.run.key == wanted && view.isCurrent)
    view.settle()
    #expect(view.pinned?.run.key == later)
  }

  @Test func seedsAreThoseThatMayBeTyped() {
    var view = Scene.view()
    _ = view.press(.character("N"))
    #expect(view.seed == 0)
    _ = view.press(.character("N"))
    #expect(view.seed == 0 && view.note?.contains("seeds go from") == true)
    view.seed = Seed.typed.upperBound
    _ = view.press(.character("n"))
    #expect(view.seed == Seed.typed.upperBound && view.note != nil)
    var calm = Scene.view(Slide.self)
    _ = calm.press(.character("n"))
    #expect(calm.seed == 1 && calm.note?.contains("no chance") == true)
  }

  @Test func enterGradesExercisesAlone() throws {
    var view = Scene.view(try Scene.exercise())
    #expect(view.press(.enter) == .grade)
    view.isGrading = true
    #expect(view.press(.enter) == .none)
    let exercise = try #require(view.subject.exercise)
    _ = view.press(.end)
    #expect(view.choices(of: exercise)["rate"]?.text == "10")
    #expect(view.choices(of: exercise)["steps"] == Ride.defaults["steps"])
    // Given knobs are not chosen, let alone turned.
    var seen: Set<String> = []
    for _ in 0..<6 {
      _ = view.press(.tab)
      seen.insert(view.knobs.knob?.name ?? "")
    }
    #expect(seen == ["rate", "gear"])
  }

  @Test func theLinesMakeTheSamePicture() throws {
    var view = Scene.view()
    #expect(view.lines.map(\.line) == ["knobs run ride"])
    _ = view.press(.character("p"), .end, .character("y"))
    let page = try #require(view.overlay?.lines.map(\.text).joined())
    #expect(page.contains("knobs run ride --rate 10.0,0.1"))
    // What no command lays over each other has one each.
    _ = view.press(.escape, .character("n"))
    #expect(view.overlay == nil)
    #expect(view.lines.map(\.line) == ["knobs run ride --rate 10 --seed 2", "knobs run ride"])
  }

  /// What turns or grades elsewhere does nothing over a page, and a page is closed before one leaves.
  @Test func aPageTakesItsKeysAlone() {
    var view = Scene.view()
    for opening in ["?", "i", "y"] {
      let before = view.knobs.settings
      _ = view.press(.character(Character(opening)))
      #expect(view.overlay != nil)
      for key in [Key.character("="), .character("0"), .right, .character("p"), .character("n")] {
        #expect(view.press(key) == .none)
      }
      #expect(view.overlay != nil && view.knobs.settings == before && view.pinned == nil)
      #expect(view.press(.character("q")) == .moved)
      #expect(view.overlay == nil)
    }
  }

  /// What cannot be set stays at the prompt, so that escape leaves the prompt and not the program.
  @Test func aBadValueStaysToBeMended() {
    var view = Scene.view()
    _ = view.press(.character("="), .character("x"), .enter)
    #expect(view.entry == "x" && view.note != nil)
    #expect(view.press(.escape) == .moved)
    #expect(view.entry == nil)
    #expect(view.press(.escape) == .leave)
  }
}
