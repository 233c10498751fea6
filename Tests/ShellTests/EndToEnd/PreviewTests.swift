#if canImport(Glibc)
  import Foundation
  import TestKit
  import Testing

  @testable import Shell

  /// A lesson watched at a terminal while its file is written.
  @Suite(.mayHang) struct PreviewTests {
    static let text = """
      ---
      title: Watched
      summary: What is written is seen.
      minutes: 5
      ---

      # Watched

      First words.

      ## A run

      ```simulate step-size
      set: learning-rate = 0.1
      ```

      ## A place

      """ + (1...40).map { "Paragraph \($0).\n\n" }.joined()

    /// An author with a lesson open.
    struct Author {
      let learner: Learner
      let path: String

      /// The terminal's modes before there was a program.
      let before: [UInt]
      var terminal: PseudoTerminal { learner.terminal }

      init(
        folder: String, width: Int = 80, height: Int = 24, _ changes: [String: String?] = [:]
      ) throws {
        learner = try Learner(folder: folder, width: width, height: height, changes)
        path = folder + "/01-watched.md"
        before = learner.terminal.modes
        try PreviewTests.text.write(to: path)
        try learner.start("author", "preview", path, "--watch")
      }

      /// The rows of the screen as they stand, without the blanks at their ends.
      var rows: [Int: String] {
        var rows: [Int: [Character]] = [:]
        let screens = terminal.text.components(separatedBy: "\u{1B}[?1049h")
        let pieces = /\u{1B}\[([0-9]+);([0-9]+)H((?:[^\u{1B}]|\u{1B}\[[0-9;]*[mK])*)/
        for match in (screens.last ?? "").matches(of: pieces) {
          guard let row = Int(match.1), let column = Int(match.2) else { continue }
          let text = match.3.replacing(/\u{1B}\[[0-9;]*m/, with: "")
          let start = Array((rows[row] ?? []).prefix(column - 1))
          let gap = [Character](repeating: " ", count: column - 1 - start.count)
          let isToTheEnd = text.hasSuffix("\u{1B}[K")
          let new = Array(text.replacing("\u{1B}[K", with: ""))
          let rest = isToTheEnd ? [] : (rows[row] ?? []).dropFirst(column - 1 + new.count)
          rows[row] = start + gap + new + rest
        }
        return rows.mapValues { row in
          String(row[...(row.lastIndex { $0 != " " } ?? -1)])
        }
      }

      func wait(_ what: String, until isDone: ([Int: String]) -> Bool) async throws {
        try await terminal.wait(what) { _ in isDone(rows) }
      }

      /// What was on the screen before comes back, and the cursor.
      func waitForTheEnd() async throws {
        try await terminal.wait("the screen before") {
          $0.text.hasSuffix("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
        }
      }

      /// Goes to the heading in the middle.
      func goToThePlace() async throws {
        try await wait("the lesson") { $0[1]?.hasPrefix("Watched") ?? false }
        terminal.type("nn")
        try await wait("the place") { $0[1] == "  A place" }
      }

      func leave() async throws { #expect(try await learner.leave("q") == .status(0)) }
    }

    @Test func aSaveIsDrawnAndThePlaceIsKept() async throws {
      try await Fixture.withFolder { folder in
        let author = try Author(folder: folder)
        let before = author.before
        try await author.goToThePlace()
        #expect(author.terminal.modes != before)
        // By renaming, with more above the place and a change below.
        let more = Self.text.replacing("First words.", with: "One.\n\nTwo.\n\nThree.")
          .replacing("Paragraph 2.", with: "Another paragraph.")
        try more.write(to: author.path)
        try await author.wait("the save") { $0[5] == "  Another paragraph." }
        #expect(author.rows[1] == "  A place")
        // In place, with a fault.
        try more.replacing("learning-rate", with: "learningrate").write(
          toFile: author.path, atomically: false, encoding: .utf8)
        try await author.wait("the fault") { $0[1] == "✗ 1 fault" }
        #expect(author.rows[2]?.contains("did you mean learning-rate?") ?? false)
        #expect(author.rows[4] == "  A place")
        try more.write(to: author.path)
        try await author.wait("the cure") { $0[1] == "  A place" }
        try await author.leave()
        #expect(author.terminal.modes == before)
        try await author.waitForTheEnd()
      }
    }

    @Test func aFileMayGoAndComeBack() async throws {
      try await Fixture.withFolder { folder in
        let author = try Author(folder: folder)
        try await author.goToThePlace()
        try FileManager.default.removeItem(atPath: author.path)
        try await author.wait("the notice") { $0[1]?.contains("is gone") ?? false }
        #expect(author.rows[3] == "  A place")
        try Self.text.write(to: author.path)
        try await author.wait("the lesson") { $0[1] == "  A place" }
        try await author.leave()
      }
    }

    @Test func anotherSizeIsDrawnAnew() async throws {
      try await Fixture.withFolder { folder in
        let author = try Author(folder: folder)
        try await author.goToThePlace()
        author.terminal.resize(width: 40, height: 12)
        try await author.wait("the last row") { $0[12]?.hasSuffix("q quit") ?? false }
        #expect(author.rows[1] == "  A place")
        try await author.leave()
      }
    }

    @Test(arguments: ["q", "\u{3}", "\u{4}", "\u{1B}"])
    func everyKeyThatLeavesRestoresTheTerminal(_ key: String) async throws {
      try await Fixture.withFolder { folder in
        let author = try Author(folder: folder)
        let before = author.before
        try await author.wait("the lesson") { $0[1]?.hasPrefix("Watched") ?? false }
        #expect(try await author.learner.leave(key) == .status(0))
        #expect(author.terminal.modes == before)
        try await author.waitForTheEnd()
      }
    }

    @Test(arguments: TerminalTests.ends)
    func everySignalRestoresTheTerminal(_ signal: Int32) async throws {
      try await Fixture.withFolder { folder in
        let author = try Author(folder: folder, ["SWIFT_BACKTRACE": "enable=no"])
        let before = author.before
        try await author.wait("the lesson") { $0[1]?.hasPrefix("Watched") ?? false }
        author.terminal.child?.send(signal)
        #expect(try await author.terminal.ending() == .signal(signal))
        #expect(author.terminal.modes == before)
        try await author.waitForTheEnd()
      }
    }

    /// While another job has the terminal, nothing is drawn over what that writes, though the file is
    /// saved; the whole screen comes with `fg`.
    @Test func nothingIsDrawnInTheBackground() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, width: 80, height: 24)
        let terminal = learner.terminal
        let before = terminal.modes
        let path = folder + "/01-watched.md"
        try Self.text.write(to: path)
        try terminal.start(
          shell: "$KNOBS author preview \(path) --watch; bg >/dev/null; echo backg; read word;"
            + " echo over; fg >/dev/null; echo ended $?", learner.knobs)
        try await terminal.wait("the lesson") { $0.text.contains("First words.") }
        let raw = terminal.modes
        terminal.type("\u{1A}")
        try await terminal.wait("the shell") { $0.text.hasSuffix("backg\r\n") }
        #expect(terminal.modes == before)
        try Self.text.replacing("First words.", with: "Other words.").write(to: path)
        // More than enough for the save to be seen, and drawn if it were.
        usleep(400_000)
        terminal.type("word\n")
        try await terminal.wait("the program") { $0.text.contains("Other words.") }
        let quiet = terminal.text.components(separatedBy: "backg\r\n").last ?? ""
        #expect(quiet.hasPrefix("word\r\nover\r\n\u{1B}[?1049h"), "\(quiet)")
        #expect(quiet.contains("\u{1B}[24;1H"))
        #expect(terminal.modes == raw)
        terminal.type("q")
        try await terminal.wait("the end") { $0.text.contains("ended 0") }
        #expect(try await terminal.ending() == .status(0))
        #expect(terminal.modes == before)
      }
    }

    @Test func whatCanNotBeWatchedIsRefusedInOneLine() async throws {
      try await Fixture.withFolder { folder in
        let knobs = KnobsProgram(folder: folder)
        for line in [
          ["learning-rate", "--watch"], ["--watch"], [folder + "/none.md"], ["/dev/zero"],
        ] {
          let result = try await knobs.run(["author", "preview"] + line + ["--lessons", folder])
          #expect(result.status == 2 && result.output == "" && result.errorLines.count == 2)
        }
        let learner = try Learner(folder: folder, ["TERM": "dumb"])
        try learner.start("author", "preview", "--watch", "--lessons", Fixture.course)
        #expect(try await learner.terminal.ending() == .status(2))
        #expect(learner.terminal.text.contains("--watch needs a terminal"))
      }
    }
  }
#endif
