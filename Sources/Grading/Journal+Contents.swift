import Files
import Foundation

extension Journal {
  /// What a journal holds.
  package struct Contents: Sendable {
    /// A line that is no entry this program knows.
    package struct SetAside: Sendable, Hashable {
      /// Which line it is, from 1.
      package let line: Int
      package let reason: String
    }

    /// What the entries add up to.
    package internal(set) var progress = Progress()

    /// How many entries there are.
    package internal(set) var count = 0

    /// The first of the lines that are no entry this program knows.
    package internal(set) var setAside: [SetAside] = []

    /// How many of those lines there are.
    package internal(set) var setAsideCount = 0

    /// Why the journal was used without a lock; nil where it had one.
    package internal(set) var lockProblem: Problem?

    /// Up to where the file was read or written.
    var end = End()

    package init() {}
  }

  /// How far a file was read or written.
  struct End: Sendable {
    var offset = 0

    /// How many line ends stand before it.
    var lines = 0

    /// Whether no line was cut short here.
    var isBetweenLines = true

    /// The file as it was then: what stands before the end is known as long as the file is no other.
    var mark: LockedFile.Mark?

    /// Goes on over a line.
    mutating func advance(over line: LineCutter.Line) {
      isBetweenLines = line.isEnded
      if line.isEnded { lines += 1 }
    }

    /// Goes on over whole lines that were written.
    mutating func advance(over written: Data) {
      offset += written.count
      lines += written.count { $0 == UInt8(ascii: "\n") }
      isBetweenLines = true
    }
  }
}
