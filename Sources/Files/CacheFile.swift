import Foundation

/// The file that keeps the value of one key.
struct CacheFile {
  /// What a file holds: the value with all that it depends on.
  private struct Record<Value: Codable>: Codable {
    let stamp: String
    let kind: String
    let key: String
    let value: Value
  }

  /// The largest file that is read, in bytes; what the program writes is far smaller.
  static let largest = 4 << 20

  let path: String
  private let stamp: String
  private let kind: String
  private let key: String

  /// - Parameters:
  ///   - folder: where the file is.
  ///   - stamp: what tells this build of the program from every other.
  ///   - kind: what sort of value it keeps.
  ///   - key: everything that the value depends on besides.
  init(folder: String, stamp: String, kind: String, key: String) {
    self.stamp = stamp
    self.kind = kind
    self.key = key
    let name = Self.digest("\(kind)\n\(key)")
    path = "\(folder)/\(name).\(CacheFolder.fileExtension)"
  }

  /// The value, if the file is whole and was written by this build for this very key.
  func value<Value: Codable>() -> Value? {
    guard let data = CacheFolder.contents(of: path, atMost: Self.largest),
      let record = try? Self.decoder.decode(Record<Value>.self, from: data),
      record.stamp == stamp, record.kind == kind, record.key == key
    else { return nil }
    return record.value
  }

  /// Writes the value beside and moves it into place, so that nobody reads half of it.
  ///
  /// A value that cannot be kept is measured again the next time.
  func keep<Value: Codable>(_ value: Value) {
    let record = Record(stamp: stamp, kind: kind, key: key, value: value)
    guard let data = try? Self.encoder.encode(record), data.count <= Self.largest else { return }
    CacheFolder.write(data, to: path)
  }

  /// Numbers that are not finite are kept as words, which JSON has no numbers for.
  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }

  /// A name for a file: FNV-1a of 64 bits (Fowler, Noll and Vo).
  ///
  /// Two keys may share a name; then they share a file, and the last one written has it.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
