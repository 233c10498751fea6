import TestKit

#if canImport(Glibc)
  import Foundation
  import TestKit
  import Testing

  /// A terminal that a program runs at, with the test at its keyboard.
  final class PseudoTerminal {
    private let keyboard: Int32
    let path: String
    private(set) var child: Child?

    /// Everything the program wrote.
    private(set) var text = ""

    /// The end of it, some screens long, for what is looked for often.
    var latest: String { String(decoding: text.utf8.suffix(1 << 14), as: UTF8.self) }

    /// The line the cursor is on, as far as the program has drawn it since the last key.
    private(set) var line: [Character] = []
    private var column = 0
    private var pending: [UInt8] = []

    init(width: Int = 100, height: Int = 40) throws {
      let pair = try TerminalPair()
      keyboard = pair.keyboard
      path = pair.path
      _ = fcntl(keyboard, F_SETFL, O_NONBLOCK)
      resize(width: width, height: height)
    }

    deinit {
      child?.send(SIGKILL)
      close(keyboard)
    }

    func resize(width: Int, height: Int) {
      var size = winsize()
      size.ws_col = UInt16(width)
      size.ws_row = UInt16(height)
      _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
    }

    var modes: [UInt] { TerminalPair.modes(of: keyboard) }

    /// Leaves it as a program does that is killed at its keys.
    func leaveRaw() {
      var modes = termios()
      tcgetattr(keyboard, &modes)
      cfmakeraw(&modes)
      tcsetattr(keyboard, TCSANOW, &modes)
    }

    func start(_ knobs: KnobsProgram, _ arguments: [String]) throws {
      try start(KnobsProgram.path, knobs, arguments)
    }

    /// Has a shell that controls jobs take a line; the program is `$KNOBS` in it.
    func start(shell line: String, _ knobs: KnobsProgram) throws {
      try start("/bin/sh", knobs.with(["KNOBS": KnobsProgram.path]), ["-m", "-c", line])
    }

    private func start(_ program: String, _ knobs: KnobsProgram, _ arguments: [String]) throws {
      text = ""
      line = []
      column = 0
      child = try Child(
        program, arguments, environment: knobs.environment,
        paths: (input: path, output: path, errors: path), ownsTerminal: true)
    }

    /// Types keys; what the program draws from here on is its answer.
    func type(_ keys: String) {
      read()
      line = []
      column = 0
      let bytes = Array(keys.utf8)
      _ = write(keyboard, bytes, bytes.count)
    }

    /// Waits until what was drawn is as it should be.
    ///
    /// It waits on this thread, so that the next key meets the program where it is.
    func wait(_ what: String, until isDone: (PseudoTerminal) -> Bool) async throws {
      try TestKit.wait(for: what, seen: { text }, pause: pause) {
        read()
        return isDone(self)
      }
    }

    /// Waits for the end of the program, which may wait for its output to be read.
    func ending() async throws -> Child.Ending {
      let child = try #require(self.child)
      try TestKit.wait(for: "the end", seen: { text }, pause: pause) {
        read()
        return child.hasEnded
      }
      let ending = try child.ending()
      read()
      self.child = nil
      return ending
    }

    /// Waits a little for something to read.
    private func pause() {
      var request = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      // A terminal that nobody has open hangs up at once.
      if poll(&request, 1, 2) != 0, request.revents & Int16(POLLIN) == 0 { usleep(2000) }
    }

    private func read() {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = Glibc.read(keyboard, &buffer, buffer.count)
        guard count > 0 else { return }
        pending += buffer[..<count]
        take()
      }
    }

    /// Takes the bytes that are whole characters and whole escape sequences.
    private func take() {
      guard var whole = String(validating: pending, as: UTF8.self) else { return }
      if let escape = whole.lastIndex(of: "\u{1B}"),
        !whole[escape...].dropFirst(2).contains(where: { $0.isLetter })
      {
        let rest = String(whole[escape...])
        whole = String(whole[..<escape])
        pending = Array(rest.utf8)
      } else {
        pending = []
      }
      text += whole
      draw(whole)
    }

    /// Follows the cursor along its line.
    private func draw(_ text: String) {
      var rest = text.unicodeScalars[...]
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\n": (line, column) = ([], 0)
        case "\r": column = 0
        case "\u{1B}":
          guard rest.popFirst() == "[" else { continue }
          var parameter = ""
          while let next = rest.popFirst() {
            guard next.properties.isAlphabetic else {
              parameter.unicodeScalars.append(next)
              continue
            }
            switch next {
            case "K", "J": line = Array(line.prefix(column))
            case "C": column += Int(parameter) ?? 1
            default: break
            }
            break
          }
        default:
          while line.count < column { line.append(" ") }
          if column < line.count {
            line[column] = Character(scalar)
          } else {
            line.append(Character(scalar))
          }
          column += 1
        }
      }
    }
  }
#endif
