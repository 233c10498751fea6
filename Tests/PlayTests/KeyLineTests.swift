import Terminal
import Testing
import ToyCourse

@testable import Play

/// The line of keys.
@Suite struct KeyLineTests {
  static let lines = [
    KeyLine([]),
    KeyLine([(.next, "more")]),
    KeyLine([
      (.next, "next"), (.again, "run again"), (.values, "try your own values"), (.back, "back"),
    ]),
    KeyLine([(.answer, "answer"), (.hint, "hint 1 of 3"), (.skip, "skip"), (.back, "back")]),
  ]

  @Test func isNeverWiderThanTheScreen() {
    for width in 20...200 {
      for usesUnicode in [true, false] {
        let screen = Screen(width: width, usesUnicode: usesUnicode)
        for line in Self.lines {
          let text = line.text(on: screen)
          #expect(text.displayWidth < width, "\(text.text)")
          #expect(usesUnicode || text.text.isPlain)
          #expect(
            text.text.hasSuffix("q quit") || line.actions.count == 1, "\(width): \(text.text)")
        }
      }
    }
  }

  @Test(arguments: [
    (80, "enter next   r run again   t try your own values   b back   ? all keys   q quit"),
    (70, "enter next   r run again   t try your own values   b back   q quit"),
    (50, "⏎ next  r run  t try  b back  ? keys  q quit"),
    (40, "⏎ next  r run  t try  b back  q quit"),
    (36, "⏎ next r run t try b back q quit"),
    (30, "⏎ next  ? keys  q quit"),
    (20, "⏎ next  q quit"),
  ])
  func saysWhatFits(_ width: Int, _ text: String) {
    #expect(Self.lines[2].text(on: Screen(width: width)).text == text)
  }

  @Test(arguments: [
    (Key.enter, KeyLine.Action.next), (.character(" "), .next), (.right, .next), (.down, .next),
    (.pageDown, .next), (.character("n"), .next), (.character("r"), .again),
    (.character("R"), .again), (.character("t"), .values), (.character("b"), .back),
    (.left, .back), (.up, .back), (.backspace, .back), (.character("q"), .quit),
    (.character("Q"), .quit), (.escape, .quit), (.control("c"), .quit), (.control("d"), .quit),
    (.endOfInput, .quit),
  ])
  func keysMeanActions(_ key: Key, _ action: KeyLine.Action) {
    #expect(Self.lines[2].action(for: key) == action)
  }

  @Test(arguments: [
    Key.character("h"), .character("s"), .character("a"), .character("x"), .character("é"), .tab,
    .home, .end, .delete, .control("x"), .paste("q"), .resize,
  ])
  func otherKeysMeanNothing(_ key: Key) {
    #expect(Self.lines[2].action(for: key) == nil)
  }

  @Test(
    arguments: [
      (Key.character("0"), "0"), (.character("9"), "9"), (.character("."), "."),
      (.character("-"), "-"), (.character("−"), "−"), (.paste(" 0.5\n"), "0.5"),
      (.character("x"), nil), (.character("٣"), nil), (.paste("t"), nil), (.paste(""), nil),
      (.enter, nil), (.escape, nil), (.character("e\u{301}"), nil),
    ] as [(Key, String?)])
  func aNumberBeginsAnAnswerWhereOneIsTaken(_ key: Key, _ beginning: String?) {
    #expect(Self.lines[3].beginning(of: key) == beginning)
    #expect(Self.lines[2].beginning(of: key) == nil)
  }

  /// Every key that is listed does what it is said to do, and every action is listed.
  @Test func listsEveryKey() {
    let named: [String: Key] = [
      "enter": .enter, "space": .character(" "), "→": .right, "←": .left, "escape": .escape,
      "control-C": .control("c"),
    ]
    for line in Self.lines {
      var listed = Set<KeyLine.Action>()
      for (keys, gloss) in line.list where gloss != "this list" && !gloss.hasPrefix("begin") {
        for name in keys.split(separator: ", ").map(String.init) {
          let key = named[name] ?? .character(name.first ?? " ")
          let action = line.action(for: key)
          #expect(line.actions.contains { $0.action == action && $0.gloss == gloss }, "\(name)")
          if let action { listed.insert(action) }
        }
      }
      #expect(listed == Set(line.actions.map(\.action)))
      #expect(line.list.contains { $0.keys == "?" })
      #expect(line.action(for: KeyLine.listKey) == nil)
    }
  }

  @Test func whereThereIsNoWayBackThereIsNone() {
    #expect(Self.lines[1].action(for: .left) == nil)
    #expect(Self.lines[3].action(for: .character("h")) == .hint)
    #expect(Self.lines[3].action(for: .enter) == .answer)
    #expect(Self.lines[0].action(for: .enter) == .quit)
  }
}
