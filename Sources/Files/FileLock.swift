import Foundation

/// How programs of ours keep out of each other's way at an open file.
package struct FileLock: Sendable {
  /// Asks for a lock without waiting: 0 where it is granted, else the system's error number.
  let ask: @Sendable (_ descriptor: Int32, _ operation: Int32) -> Int32

  /// A lock that is asked for in some way.
  package init(_ ask: @escaping @Sendable (_ descriptor: Int32, _ operation: Int32) -> Int32) {
    self.ask = ask
  }

  /// The system's locks on whole files, which end with the program that holds them.
  package static let system = FileLock { flock($0, $1) == 0 ? 0 : errno }
}
