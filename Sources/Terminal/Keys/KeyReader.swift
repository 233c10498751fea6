#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The keys of a terminal one after another, waiting for each.
///
/// Made by ``withRawMode(_:_:)``. Not a sequence, as a wait may have a limit.
package struct KeyReader: Sendable {
  private let descriptor: Int32
  /// Becomes readable when the terminal has changed; -1 for none.
  private let changes: Int32
  /// Whether the descriptor is the terminal that is raw, which a stop may take away for a while.
  private let isAtRawTerminal: Bool
  private var decoder: KeyDecoder
  private var pending: [Key] = []
  private var hasEnded = false
  private let clock = ContinuousClock()
  /// When the latest bytes came.
  private var heard: ContinuousClock.Instant

  /// Reads from a descriptor, which may also be a pipe.
  ///
  /// - Parameters:
  ///   - descriptor: where the bytes of the keys come from.
  ///   - changes: a descriptor that becomes readable when the screen is to be drawn again; -1 for none.
  ///   - escapeWait: how long an escape waits for what makes more of it than the escape key.
  package init(
    descriptor: Int32, changes: Int32 = -1, escapeWait: Duration = KeyReader.escapeWait()
  ) {
    self.init(
      descriptor: descriptor, changes: changes, escapeWait: escapeWait, isAtRawTerminal: false)
  }

  init(descriptor: Int32, changes: Int32, escapeWait: Duration, isAtRawTerminal: Bool) {
    self.descriptor = descriptor
    self.changes = changes
    self.isAtRawTerminal = isAtRawTerminal
    decoder = KeyDecoder(escapeWait: escapeWait)
    heard = clock.now
  }

  /// How long an escape should wait: longer where the terminal is far away, as `SSH_TTY` tells.
  package static func escapeWait(environment: [String: String] = [:]) -> Duration {
    .milliseconds((environment["SSH_TTY"] ?? "").isEmpty ? 50 : 100)
  }

  /// What ends a wait.
  package enum Event: Sendable, Hashable {
    case key(Key)
    /// The other descriptor has something to read, or has come to its end.
    case ready
  }

  /// The next key, ``Key/endOfInput`` again and again once the input has ended.
  ///
  /// - Parameter timeout: how long to wait at most; nil waits for as long as it takes.
  /// - Returns: the key, or nil when there was none in time.
  package mutating func next(timeout: Duration? = nil) -> Key? {
    switch next(timeout: timeout, orReadable: -1) {
    case .key(let key): key
    case .ready, nil: nil
    }
  }

  /// The next key, or word that another descriptor can be read.
  ///
  /// Keys come first. Nothing is read from the other descriptor, so that it is told of again and again
  /// until somebody does.
  ///
  /// - Parameters:
  ///   - timeout: how long to wait at most; nil waits for as long as it takes.
  ///   - other: a descriptor such as that of a ``WakePipe``; -1 for none.
  package mutating func next(timeout: Duration? = nil, orReadable other: Int32) -> Event? {
    if !pending.isEmpty { return .key(pending.removeFirst()) }
    let deadline = timeout.map { clock.now + $0 }
    while pending.isEmpty {
      if hasEnded { return .key(.endOfInput) }
      let settling = decoder.patience.map { heard + $0 }
      let end = [deadline, settling].compactMap(\.self).min()
      switch wait(until: end, other) {
      case .ready: if pending.isEmpty { return .ready }
      case .something:
        // Bytes that never make a key must not hold up one who does not wait.
        if let deadline, pending.isEmpty, clock.now >= deadline + Self.leniency { return nil }
      case .nothing:
        if let settling, clock.now >= settling { pending += decoder.flush() }
        if pending.isEmpty, let deadline, clock.now >= deadline { return nil }
      }
    }
    return .key(pending.removeFirst())
  }

  /// All keys that are there, without waiting for any.
  ///
  /// - Parameter limit: the most that are taken at once, so that a stream without an end does not hold
  ///   up what they are for; the rest comes next.
  package mutating func allKeys(limit: Int = 4096) -> [Key] {
    var keys: [Key] = []
    while keys.count < limit, let key = next(timeout: .zero) {
      keys.append(key)
      if key == .endOfInput { break }
    }
    return keys
  }

  /// How much longer than asked for is waited while bytes come that make no key.
  private static let leniency = Duration.milliseconds(10)

  /// Has a key come next, again or in place of the one that came.
  package mutating func putBack(_ key: Key) { pending.insert(key, at: 0) }

  /// What to write so that the terminal says where its cursor is, as ``Key/place(row:column:)``.
  package static let cursorQuestion = "\u{1B}[6n"

  /// The column of the cursor, once the terminal has been asked; nil where it does not say in time.
  ///
  /// Keys that were typed meanwhile come next.
  package mutating func cursorColumn(timeout: Duration) -> Int? {
    let deadline = clock.now + timeout
    var typed: [Key] = []
    defer { pending = typed + pending }
    while clock.now < deadline, let key = next(timeout: deadline - clock.now) {
      if case .place(_, let column) = key { return column }
      if key == .endOfInput { return nil }
      typed.append(key)
    }
    return nil
  }

  /// What a wait came to.
  private enum Waited {
    case nothing, something, ready
  }

  /// How often one who lost the terminal to another job looks whether it is back: not every shell
  /// tells.
  private static let lookout = Duration.milliseconds(50)

  /// Waits for something to happen and takes note of it.
  private mutating func wait(until end: ContinuousClock.Instant?, _ other: Int32) -> Waited {
    var end = end
    let isAway = isAtRawTerminal && RawTerminal.isElsewhere
    if isAway {
      if RawTerminal.takeBack() {
        pending.append(.resize)
        return .something
      }
      let look = clock.now + Self.lookout
      end = end.map { min($0, look) } ?? look
    }
    // Who reads a terminal that is another job's is stopped; that it hangs up is told all the same.
    var requests = [
      pollfd(fd: descriptor, events: isAway ? 0 : Int16(POLLIN), revents: 0),
      pollfd(fd: changes, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    let left = end.map { (($0 - clock.now) / .milliseconds(1)).rounded(.up) }
    let milliseconds = left.map { Int32(min(max(0, $0), 1e9)) } ?? -1
    let count = poll(&requests, nfds_t(requests.count), milliseconds)
    if count < 0, errno != EINTR { finish() }
    guard count > 0 else { return count < 0 ? .something : .nothing }
    if requests[1].revents != 0, !read(changes).bytes.isEmpty { pending.append(.resize) }
    let waited = requests[2].revents != 0 ? Waited.ready : .something
    guard requests[0].revents != 0 else { return waited }
    let (bytes, code) = read(descriptor)
    heard = clock.now
    pending += decoder.decode(bytes)
    if bytes.isEmpty, code != EINTR, code != EAGAIN { finish() }
    return waited
  }

  private mutating func finish() {
    pending += decoder.flush()
    hasEnded = true
  }

  /// What there is to read, and the error number; at the end of input both say nothing.
  private func read(_ descriptor: Int32) -> (bytes: ArraySlice<UInt8>, code: Int32) {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = systemRead(descriptor, &bytes, bytes.count)
    let code = count < 0 ? errno : 0
    return (bytes.prefix(max(0, count)), code)
  }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}
