#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A way to wake whoever waits for keys, from any thread: see ``KeyReader/next(timeout:orReadable:)``.
///
/// A class, as those who wake and the one who waits share the descriptors, which are closed with it.
package final class WakePipe: Sendable {
  /// Readable from the first call of ``wake()`` to the next of ``clear()``; -1 where the system has no
  /// more descriptors.
  package let reading: Int32
  let writing: Int32

  package init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      (reading, writing) = (-1, -1)
      return
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    if reading >= 0 { close(reading) }
    if writing >= 0 { close(writing) }
  }

  /// Wakes the one who waits, or has the next wait end at once; never waits itself.
  package func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Forgets that anybody was to be woken.
  ///
  /// Called before one looks at what there is, so that what comes later wakes again.
  package func clear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(reading, &bytes, bytes.count) > 0 {}
  }
}
