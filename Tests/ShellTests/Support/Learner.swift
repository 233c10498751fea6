#if canImport(Glibc)
  import Foundation
  import Testing

  /// Somebody who takes lessons at a terminal.
  struct Learner {
    /// What the program waits for.
    enum Prompt: Equatable {
      /// Keys, with the words of the line that names them.
      case keys(String)

      /// A line of text.
      case line(String)
      case shell
    }

    let knobs: KnobsProgram
    let terminal: PseudoTerminal

    init(folder: String, width: Int = 100, height: Int = 40, _ changes: [String: String?] = [:])
      throws
    {
      knobs = KnobsProgram(folder: folder).with(["NO_COLOR": "1"]).with(changes)
      terminal = try PseudoTerminal(width: width, height: height)
    }

    func start(_ arguments: String...) throws { try terminal.start(knobs, arguments) }

    /// What the program waits for now.
    func prompt() async throws -> Prompt {
      var found: Prompt?
      try await terminal.wait("a prompt") { terminal in
        let line = String(terminal.line).trimmingCharacters(in: .whitespaces)
        if line.hasSuffix("q quit") {
          found = .keys(line)
        } else if line.hasSuffix(":") || line == ">" {
          found = .line(line)
        }
        return found != nil
      }
      return try #require(found)
    }

    /// Types keys and says what the program waits for then.
    @discardableResult func type(_ keys: String) async throws -> Prompt {
      terminal.type(keys)
      return try await prompt()
    }

    /// Goes on with enter until the keys offer something, which no lesson of the tests has far off.
    func goOn(to word: String) async throws -> Prompt {
      var prompt = try await prompt()
      for _ in 0..<40 where !Self.offers(prompt, word) { prompt = try await type("\r") }
      #expect(Self.offers(prompt, word), "\(prompt)")
      return prompt
    }

    /// Types keys that end the program.
    func leave(_ keys: String) async throws -> Child.Ending {
      terminal.type(keys)
      return try await terminal.ending()
    }

    /// A command from beginning to end.
    func run(_ arguments: String...) async throws -> String {
      try terminal.start(knobs, arguments)
      #expect(try await terminal.ending() == .status(0))
      return terminal.text
    }

    /// Whether the line of keys offers something.
    static func offers(_ prompt: Prompt, _ word: String) -> Bool {
      if case .keys(let line) = prompt { line.contains(word) } else { false }
    }
  }
#endif
