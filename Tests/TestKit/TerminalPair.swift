import Foundation

/// A pseudo-terminal: what is written at its keyboard is read from the terminal at its path, and the
/// other way round.
package struct TerminalPair: Sendable {
  package let keyboard: Int32
  package let path: String

  package init() throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    #if canImport(Darwin)
      guard keyboard >= 0, grantpt(keyboard) == 0, unlockpt(keyboard) == 0,
        let name = ptsname(keyboard)
      else { throw Failure(code: errno) }
      path = String(cString: name)
    #else
      // The C library hides `unlockpt` and `ptsname` from Swift; these are the requests they make.
      let setLock: UInt = 0x4004_5431
      let getNumber: UInt = 0x8004_5430
      var lock: Int32 = 0
      var number: Int32 = -1
      guard keyboard >= 0, ioctl(keyboard, setLock, &lock) == 0,
        ioctl(keyboard, getNumber, &number) == 0
      else { throw Failure(code: errno) }
      path = "/dev/pts/\(number)"
    #endif
  }

  /// Why there is no terminal, as an error number.
  package struct Failure: Error { let code: Int32 }

  /// What the modes of a terminal are made of; empty for what is none.
  package static func modes(of descriptor: Int32) -> [UInt] {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return [] }
    let controls = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map(UInt.init) + controls
  }
}
