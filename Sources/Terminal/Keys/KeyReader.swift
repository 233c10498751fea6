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
  private var decoder = KeyDecoder()
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
  package init(descriptor: Int32, changes: Int32 = -1) {
    self.descriptor = descriptor
    self.changes = changes
    heard = clock.now
  }

  /// The next key, ``Key/endOfInput`` again and again once the input has ended.
  ///
  /// - Parameter timeout: how long to wait at most; nil waits for as long as it takes.
  /// - Returns: the key, or nil when there was none in time.
  package mutating func next(timeout: Duration? = nil) -> Key? {
    let deadline = timeout.map { clock.now + $0 }
    while pending.isEmpty {
      if hasEnded { return .endOfInput }
      let settling = decoder.patience.map { heard + $0 }
      if wait(until: [deadline, settling].compactMap(\.self).min()) { continue }
      if let settling, clock.now >= settling { pending += decoder.flush() }
      if pending.isEmpty, let deadline, clock.now >= deadline { return nil }
    }
    return pending.removeFirst()
  }

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

  /// Waits for something to happen and takes note of it.
  ///
  /// - Returns: whether anything did.
  private mutating func wait(until end: ContinuousClock.Instant?) -> Bool {
    var requests = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: changes, events: Int16(POLLIN), revents: 0),
    ]
    let left = end.map { (($0 - clock.now) / .milliseconds(1)).rounded(.up) }
    let milliseconds = left.map { Int32(min(max(0, $0), 1e9)) } ?? -1
    let count = poll(&requests, nfds_t(requests.count), milliseconds)
    if count < 0, errno != EINTR { finish() }
    guard count > 0 else { return count < 0 }
    if requests[1].revents != 0, !read(changes).bytes.isEmpty { pending.append(.resize) }
    guard requests[0].revents != 0 else { return true }
    let (bytes, code) = read(descriptor)
    heard = clock.now
    pending += decoder.decode(bytes)
    if bytes.isEmpty, code != EINTR, code != EAGAIN { finish() }
    return true
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
