#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension termios {
  /// The modes with every key handed over as it comes, and output as before.
  var raw: termios {
    var modes = self
    modes.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INLCR | IGNCR | ISTRIP | IXON)
    modes.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    withUnsafeMutableBytes(of: &modes.c_cc) {
      $0[Int(VMIN)] = 1
      $0[Int(VTIME)] = 0
    }
    return modes
  }

  /// Whether they are what a program leaves behind that was killed in raw mode: no shell begins
  /// another with a terminal that neither shows what is typed nor waits for whole lines.
  var isLeftRaw: Bool { c_lflag & tcflag_t(ECHO | ICANON) == 0 }

  /// The modes of a terminal at which lines are typed, as `stty sane` would have them.
  var sane: termios {
    var modes = self
    modes.c_iflag &= ~tcflag_t(INLCR | IGNCR | ISTRIP)
    modes.c_iflag |= tcflag_t(BRKINT | ICRNL | IXON)
    modes.c_oflag |= tcflag_t(OPOST | ONLCR)
    modes.c_lflag |= tcflag_t(ECHO | ECHOE | ECHOK | ICANON | IEXTEN | ISIG)
    return modes
  }
}
