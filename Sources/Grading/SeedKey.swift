import Experiments
import Numerics

/// What the seeds of a learner's attempts are derived from, so that they are that learner's own.
///
/// Whoever does not have the key cannot tell the seeds of an attempt beforehand, not even by trying the
/// same attempt in another folder; whoever has it can derive all of them again.
package struct SeedKey: Sendable, Hashable {
  /// The key itself.
  private let bytes: [UInt8]

  /// How many bytes a key has.
  package static let size = 32

  /// A key with some bytes; nil if they are not as many as a key has.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// A key as it is kept, in hexadecimal digits and a line end; nil for any other text.
  package init?(text: String) {
    let digits = text.hasSuffix("\n") ? text.dropLast() : text[...]
    let values = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
    guard values.count == digits.count, values.count == 2 * Self.size else { return nil }
    bytes = (0..<Self.size).map { place in UInt8(16 * values[2 * place] + values[2 * place + 1]) }
  }

  /// A key that nobody can guess.
  package static func random() -> SeedKey {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return SeedKey(trusted: bytes)
  }

  private init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// The key as it is kept.
  package var text: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined() + "\n"
  }

  /// The first of the seeds of an attempt; the others are its successors.
  ///
  /// It is made of the first eight bytes, the highest first, of the SHA-256 digest of these bytes: the
  /// key's 32, the exercise's key in UTF-8, a zero byte, and the number of the attempt in decimal
  /// digits. Its two highest bits are then set to 10, which keeps it from seeds that are typed and from
  /// those of searches.
  ///
  /// - Parameters:
  ///   - exercise: the key of the exercise.
  ///   - attempt: the number of the attempt.
  package func firstSeed(exercise: String, attempt: Int) -> UInt64 {
    let digest = Digest(of: bytes + Array(exercise.utf8) + [0] + Array(String(attempt).utf8))
    let bits = UInt64(digest.words[0]) << 32 | UInt64(digest.words[1])
    // Room for the successors below the next power of two.
    let offset = min(bits & Self.mask, Self.mask - UInt64(SequentialTest.mostSeeds))
    return Seed.firstForGrading | offset
  }

  private static let mask: UInt64 = (1 << 62) - 1
}
