import Files
import Foundation

/// Where a link or a picture of a lesson leads in a page: to the web, to a mailbox, or to what is beside
/// the page.
struct PageAddress: Sendable, Hashable {
  /// The address, percent-encoded, but not escaped for HTML.
  let text: String

  /// Reads a destination; nil if a page must not lead there.
  ///
  /// - Parameters:
  ///   - destination: as `Markdown` reads it, with escapes and character references resolved.
  ///   - files: where files stand in the site, by their paths from the lesson; others keep theirs.
  ///   - isImage: whether it is fetched with the page, and so has to be beside it.
  init?(_ destination: String, files: [String: String] = [:], isImage: Bool = false) {
    // Browsers leave out controls, and spaces at the ends, before they look for the scheme.
    guard let first = destination.unicodeScalars.first,
      let last = destination.unicodeScalars.last, !first.properties.isWhitespace,
      !last.properties.isWhitespace,
      destination.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    let scheme = destination.utf8.prefix { !"/?#:".utf8.contains($0) }
    if scheme.endIndex < destination.endIndex,
      destination.utf8[scheme.endIndex] == UInt8(ascii: ":")
    {
      let rest = destination.utf8[scheme.endIndex...].dropFirst()
      guard !isImage, Self.isOuter(String(Substring(scheme)).lowercased(), Substring(rest)) else {
        return nil
      }
      text = Self.encoded(destination, keepsStrayPercents: false)
    } else {
      // From the root of a disk or of a server nothing of the site is found.
      guard first != "/", first != "\\", !isImage || Self.isBeside(destination) else { return nil }
      text = Self.encoded(Self.moved(destination, files), keepsStrayPercents: false)
    }
  }

  private static func isOuter(_ scheme: String, _ rest: Substring) -> Bool {
    switch scheme {
    case "mailto": return !rest.isEmpty
    case "http", "https":
      guard rest.utf8.starts(with: "//".utf8) else { return false }
      let host = rest.utf8.dropFirst(2).prefix { !"/?#\\".utf8.contains($0) }
      return !host.isEmpty && host.first != UInt8(ascii: ":")
    default: return false
    }
  }

  /// Whether a destination names a file in the folder of the lesson or below.
  private static func isBeside(_ destination: String) -> Bool {
    let path = String(Substring(destination.utf8.prefix { !"?#".utf8.contains($0) }))
    return !path.isEmpty && FilePath.staysBelow(path.removingPercentEncoding ?? path)
  }

  /// The destination in the site; anchors of lessons are small letters.
  private static func moved(_ destination: String, _ files: [String: String]) -> String {
    let written = destination.utf8.prefix { !"?#".utf8.contains($0) }
    let path = String(Substring(written))
    let rest = destination.utf8[written.endIndex...]
    let name = path.removingPercentEncoding ?? path
    let page = files[name] ?? path
    guard path.isEmpty || name.hasSuffix(".md"), rest.first == UInt8(ascii: "#") else {
      return page + String(Substring(rest))
    }
    let anchor = String(Substring(rest.dropFirst()))
    return page + "#" + (anchor.removingPercentEncoding ?? anchor).lowercased()
  }

  /// The destination with everything percent-encoded that may not stand in an address.
  ///
  /// - Parameters:
  ///   - destination: what to encode; what is encoded already stays as it is.
  ///   - keepsStrayPercents: whether percent signs that encode nothing stay, as CommonMark's own
  ///     program has it.
  static func encoded(_ destination: String, keepsStrayPercents: Bool = true) -> String {
    let bytes = Array(destination.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (place, byte) in bytes.enumerated() {
      let isStray =
        byte == UInt8(ascii: "%") && !keepsStrayPercents
        && !(place + 2 < bytes.count && isHexadecimal(bytes[place + 1])
          && isHexadecimal(bytes[place + 2]))
      if isKept(byte), !isStray {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isHexadecimal(_ byte: UInt8) -> Bool { hexadecimal.contains(byte) }
  private static let hexadecimal = Array("0123456789ABCDEFabcdef".utf8)

  private static func isKept(_ byte: UInt8) -> Bool { kept[Int(byte)] }

  /// Letters, digits, and the signs that mean something in an address or are harmless there.
  private static let kept: [Bool] = (0...255).map { byte in
    let byte = UInt8(byte)
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    return isLetter || isDigit || "-_.+!*'(),%#@?=;:/&$~".utf8.contains(byte)
  }
}
