#if canImport(Glibc)
  import Foundation
  import Testing

  /// A terminal that a program runs at, with the test at its keyboard.
  final class PseudoTerminal {
    struct Silence: Error, CustomStringConvertible {
      let waitedFor: String
      let seen: String
      var description: String { "waited for \(waitedFor); seen: …\(seen.suffix(1500))" }
    }

    private let keyboard: Int32
    let path: String
    private(set) var child: Child?

    /// Everything the program wrote.
    private(set) var text = ""

    /// The line the cursor is on, as far as the program has drawn it since the last key.
    private(set) var line: [Character] = []
    private var column = 0
    private var pending: [UInt8] = []

    init(width: Int = 100, height: Int = 40) throws {
      keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      try #require(keyboard >= 0)
      // The C library hides `unlockpt` and `ptsname` from Swift; these are the requests they make.
      var lock: Int32 = 0
      var number: Int32 = -1
      try #require(
        ioctl(keyboard, UInt(0x4004_5431), &lock) == 0
          && ioctl(keyboard, UInt(0x8004_5430), &number) == 0)
      path = "/dev/pts/\(number)"
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

    /// What the modes are made of.
    var modes: [UInt] {
      var modes = termios()
      guard tcgetattr(keyboard, &modes) == 0 else { return [] }
      let controls = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt.init) }
      return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map(UInt.init) + controls
    }

    func start(_ knobs: KnobsProgram, _ arguments: [String]) throws {
      text = ""
      line = []
      column = 0
      child = try Child(
        KnobsProgram.path, arguments, environment: knobs.environment,
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
    func wait(
      _ what: String, for limit: Duration = .seconds(20), until isDone: (PseudoTerminal) -> Bool
    ) async throws {
      let clock = ContinuousClock()
      let deadline = clock.now + limit
      while true {
        read()
        if isDone(self) { return }
        guard clock.now < deadline else { throw Silence(waitedFor: what, seen: text) }
        try await Task.sleep(for: .milliseconds(2))
      }
    }

    /// Waits for the end of the program.
    func ending() async throws -> Child.Ending {
      let child = try #require(self.child)
      let waiting = Task { await child.ending() }
      // The program may wait for its output to be read.
      let reading = Date()
      while kill(child.id, 0) == 0, Date().timeIntervalSince(reading) < 20 {
        read()
        if await Self.isZombie(child.id) { break }
        try await Task.sleep(for: .milliseconds(2))
      }
      let ending = await waiting.value
      read()
      self.child = nil
      return ending
    }

    private static func isZombie(_ id: pid_t) async -> Bool {
      let stat = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ""
      return stat.isEmpty || stat.contains(") Z ")
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
