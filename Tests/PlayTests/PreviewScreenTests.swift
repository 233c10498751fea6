import Experiments
import Foundation
import Lessons
import Screens
import Terminal
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Play

/// What a preview draws.
@Suite struct PreviewScreenTests {
  static func text(_ name: String = "01-slides") throws -> String {
    try String(contentsOfFile: "\(ToyCourse.lessons)/\(name).md", encoding: .utf8)
  }

  static func version(_ text: String) -> PreviewFile.Version {
    let (lesson, faults) = LessonReader.read(
      text, file: "01-slides.md", name: "slides", catalog: ToyCourse.catalog)
    return PreviewFile.Version(lesson: lesson, faults: faults)
  }

  static func outcomes(_ version: PreviewFile.Version) -> [Run.Key: Outcome] {
    let runs = (version.parts ?? []).flatMap(\.runs)
    return Dictionary(runs.map { ($0.key, $0.outcome()) }) { first, _ in first }
  }

  static func view(_ text: String, width: Int = 80, height: Int = 24) -> PreviewScreen {
    var view = PreviewScreen(title: "01-slides.md", screen: Screen(width: width, height: height))
    let version = version(text)
    view.show(version.parts, faults: version.faults, outcomes: outcomes(version))
    return view
  }

  static func rows(_ view: PreviewScreen) -> [String] { view.frame.map(\.text) }

  /// The first row of the lesson.
  static func first(_ view: PreviewScreen) -> String { rows(view)[view.strip.count] }

  @Test(arguments: [(30, false), (80, false), (160, true), (300, true)])
  func whatIsLeftToTheCheckIsSaidWhereItFits(width: Int, isSaid: Bool) throws {
    let view = Self.view(try Self.text(), width: width)
    let last = try #require(Self.rows(view).last)
    #expect(last.hasSuffix(PreviewLimits().text.text) == isSaid)
    #expect(last.contains("q quit"))
    #expect(PreviewLimits(file: "a b.md").text.text.hasSuffix("knobs author check 'a b.md'"))
  }

  @Test(arguments: ["01-slides", "02-tosses"], [30, 80, 120])
  func showsWhatTheLearnerSees(_ name: String, _ width: Int) async throws {
    let version = Self.version(try Self.text(name))
    let screen = Screen(width: width)
    var page = Page(screen)
    await page.whole(try #require(version.lesson))
    while page.lines.last?.isEmpty ?? false { page = page.droppingLast() }
    var kept = PreviewLayout.Kept()
    kept.outcomes = Self.outcomes(version)
    for _ in 0..<2 {
      let layout = PreviewLayout(try #require(version.parts), screen, &kept)
      #expect(layout.lines(0..<layout.count) == page.lines)
    }
  }

  @Test(arguments: [(20, 5), (30, 8), (80, 24), (200, 60)])
  func fillsTheScreenAndNoMore(_ width: Int, _ height: Int) throws {
    for text in [
      try Self.text(), "no lesson", try Self.text().replacing("slide\n", with: "sled\n"),
    ] {
      var view = Self.view(text, width: width, height: height)
      for key in [Key.home, .down, .character("n"), .pageDown, .end, .character("p"), .up] {
        #expect(view.handle(key) == .moved)
        let frame = view.frame
        #expect(frame.count == height)
        for row in frame { #expect(row.displayWidth <= width, "\(row.text)") }
      }
    }
  }

  @Test func runsThatAreNotMadeAreAnnouncedAndFilledIn() throws {
    let version = Self.version(try Self.text())
    var view = PreviewScreen(title: "x", screen: Screen(width: 80, height: 200))
    view.show(version.parts, faults: [])
    #expect(Self.rows(view).count { $0 == "  running …" } == 2)
    view.fill(Self.outcomes(version))
    #expect(Self.rows(view).count { $0 == "  running …" } == 0)
    #expect(Self.rows(view).contains { $0.contains("height over the start") })
  }

  @Test func faultsStandAtTheTopAndInTheirPlace() throws {
    let broken = try Self.text().replacing("set: rate = 0.2", with: "set: rat = 0.2")
    let rows = Self.rows(Self.view(broken, height: 60))
    #expect(rows[0] == "✗ 1 fault")
    #expect(rows[1] == "  15:6: no knob \"rat\" in slide; did you mean rate?")
    let mark = try #require(rows.firstIndex(of: "✗ simulate slide · line 14, 1 fault"))
    #expect(rows[mark + 1] == rows[1])
    let heading = try #require(rows.firstIndex(of: "  A run"))
    let behind = try #require(rows.firstIndex { $0.contains("What you see is the height") })
    #expect(heading < mark && mark < behind)
  }

  @Test func manyFaultsLeaveRoomForTheLesson() throws {
    let broken = try Self.text().replacing("rate", with: "r\u{1}te")
    for height in 5...40 {
      let view = Self.view(broken, height: height)
      #expect(view.strip.count <= max(height - 3, 0), "\(height)")
      #expect(view.strip[0].text.hasSuffix("faults"))
      if height >= 12 { #expect(view.strip.contains { $0.text.hasSuffix(" more") }) }
    }
  }

  @Test func aFileThatIsGoneIsSaidAboveTheLesson() throws {
    var view = Self.view(try Self.text())
    let before = Self.first(view)
    view.show(notice: "it is gone")
    #expect(Self.rows(view)[0] == "it is gone")
    #expect(Self.first(view) == before)
    let version = Self.version(try Self.text())
    view.show(version.parts, faults: [], outcomes: Self.outcomes(version))
    #expect(view.strip.isEmpty)
  }

  @Test(arguments: [
    (Key.character("q"), PreviewScreen.Reaction.leave), (.escape, .leave), (.control("c"), .leave),
    (.control("d"), .leave), (.endOfInput, .leave), (.control("z"), .suspend), (.resize, .resize),
    (.tab, .none), (.paste("q"), .none), (.character("x"), .none),
  ])
  func keysDoWhatTheyAreKnownFor(_ key: Key, _ reaction: PreviewScreen.Reaction) throws {
    var view = Self.view(try Self.text())
    #expect(view.handle(key) == reaction)
    #expect(view.top == 0)
  }

  @Test func keysMove() throws {
    var view = Self.view(try Self.text())
    func top(_ keys: Key...) -> Int {
      for key in keys { _ = view.handle(key) }
      return view.top
    }
    #expect(top(.down, .down, .up) == 1)
    #expect(top(.up, .up) == 0)
    #expect(top(.character(" ")) == 21)
    #expect(top(.pageUp) == 0)
    _ = top(.character("n"))
    #expect(Self.first(view) == "  A run")
    _ = top(.down, .character("p"))
    #expect(Self.first(view) == "  A run")
    #expect(top(.character("p")) == 0)
    let end = top(.end)
    #expect(end == view.layout.count - 23)
    #expect(top(.down, .pageDown, .character("n")) == end)
    #expect(top(.home) == 0)
  }

  /// Whatever is inserted above or below, what stands at the top stays there.
  @Test(arguments: 0..<8) func thePlaceStaysWhenOtherLinesChange(_ seed: UInt64) throws {
    var random = Garbage(seed: seed)
    var lines = try Self.text().components(separatedBy: "\n")
    var view = Self.view(try Self.text(), height: 16)
    for _ in 0..<Int.random(in: 0...40, using: &random) { _ = view.handle(.down) }
    for _ in 0..<6 {
      let top = Self.first(view)
      // Blank lines outside of the front matter and of fences, where a paragraph can be put.
      var isFenced = false
      let gaps = lines.indices.filter { index in
        if lines[index].hasPrefix("```") { isFenced.toggle() }
        return !isFenced && index > 5 && lines[index].isEmpty
      }
      let gap = try #require(gaps.randomElement(using: &random))
      lines.insert(contentsOf: ["", "Words \(random.next()).", ""], at: gap)
      let version = Self.version(lines.joined(separator: "\n"))
      view.show(version.parts, faults: version.faults, outcomes: Self.outcomes(version))
      #expect(Self.first(view) == top)
    }
  }

  @Test func thePlaceComesBackAfterAHalfWrittenFile() throws {
    let text = try Self.text()
    var view = Self.view(text)
    for _ in 0..<3 { _ = view.handle(.character("n")) }
    #expect(Self.first(view) == "  Your turn" || view.top == view.layout.count - 23)
    let before = Self.rows(view)
    for length in [0, 10, 200, 400] {
      let version = Self.version(String(text.prefix(length)))
      view.show(version.parts, faults: version.faults, outcomes: [:])
      _ = view.frame
    }
    let version = Self.version(text)
    view.show(version.parts, faults: [], outcomes: Self.outcomes(version))
    #expect(Self.rows(view) == before)
  }

  @Test func anotherSizeKeepsThePiece() throws {
    var view = Self.view(try Self.text(), width: 100, height: 12)
    _ = view.handle(.character("n"))
    for (width, height) in [(40, 20), (20, 5), (200, 10), (100, 12)] {
      view.resize(to: Screen(width: width, height: height))
      #expect(Self.first(view) == "  A run")
      #expect(view.frame.count == height)
    }
  }

  @Test(arguments: 0..<16) func anyTextIsDrawn(_ seed: UInt64) {
    var random = Garbage(seed: seed)
    let pieces = [
      "---\n", "title: T\n", "\n", "```", "```simulate slide\n", "set: rate = 3\n", "# A\n",
      "## B\n",
      "words ", "- ", "> ", "| a | b |\n", "\u{1B}[2J", "日本", "```exercise x\n", "\t",
    ]
    var view = PreviewScreen(title: "x", screen: Screen(width: 40, height: 12))
    for _ in 0..<10 {
      let version = Self.version(random.text(of: pieces, upTo: 40))
      view.show(version.parts, faults: version.faults, outcomes: Self.outcomes(version))
      _ = view.handle(
        [Key.down, .end, .character("n"), .pageUp].randomElement(using: &random) ?? .up)
      #expect(view.frame.count == 12)
      #expect(!view.frame.contains { $0.text.hasControls })
    }
  }
}

extension Page {
  /// The page without its last line.
  fileprivate func droppingLast() -> Page {
    var page = Page(screen)
    page.block(Array(lines.dropLast()))
    return page
  }
}
