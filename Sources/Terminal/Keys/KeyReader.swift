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

  /// How long the rest of an escape sequence may take before the escape counts as a key, in
  /// milliseconds.
  private static let patience: Int32 = 50

  /// Reads from a descriptor, which may also be a pipe.
  ///
  /// - Parameters:
  ///   - descriptor: where the bytes of the keys come from.
  ///   - changes: a descriptor that becomes readable when the screen is to be drawn again; -1 for none.
  package init(descriptor: Int32, changes: Int32 = -1) {
    self.descriptor = descriptor
    self.changes = changes
  }

  /// The next key, ``Key/endOfInput`` again and again once the input has ended.
  ///
  /// - Parameter timeout: how long to wait at most; nil waits for as long as it takes.
  /// - Returns: the key, or nil when there was none in time.
  package mutating func next(timeout: Duration? = nil) -> Key? {
    let clock = ContinuousClock()
    let deadline = timeout.map { clock.now + $0 }
    while pending.isEmpty {
      if hasEnded { return .endOfInput }
      var patience = decoder.isWaiting ? Self.patience : -1
      if let deadline, !decoder.isWaiting {
        let left = (deadline - clock.now) / .milliseconds(1)
        guard left > 0 else { return nil }
        patience = Int32(min(left.rounded(.up), 1e9))
      }
      wait(milliseconds: patience)
    }
    return pending.removeFirst()
  }

  /// Waits for something to happen and takes note of it.
  private mutating func wait(milliseconds: Int32) {
    var requests = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: changes, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&requests, nfds_t(requests.count), milliseconds)
    if count == 0, decoder.isWaiting { pending += decoder.flush() }
    if count < 0, errno != EINTR { end() }
    guard count > 0 else { return }
    if requests[1].revents != 0, !read(changes).bytes.isEmpty { pending.append(.resize) }
    guard requests[0].revents != 0 else { return }
    let (bytes, code) = read(descriptor)
    pending += decoder.decode(bytes)
    if bytes.isEmpty, code != EINTR, code != EAGAIN { end() }
  }

  private mutating func end() {
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
