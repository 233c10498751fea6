import Foundation

extension JournalScanner {
  /// The byte at the place; 0, which is in no such line, behind the last.
  private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// Goes on over some bytes, if they are those that stand here.
  mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard let start = bytes.baseAddress, bytes.count - place >= count,
      memcmp(start + place, word.utf8Start, count) == 0
    else { return false }
    place += count
    return true
  }

  /// A text without escapes; where none stands here, nothing is gone over.
  mutating func text() -> Range<Int>? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    let start = place + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard (0x20...0x7E).contains(bytes[end]), bytes[end] != UInt8(ascii: "\\") else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    place = end + 1
    return start..<end
  }

  mutating func string() -> String? {
    guard let place = text() else { return nil }
    return string(place)
  }

  mutating func string(_ place: Range<Int>) -> String {
    cache.text(of: UnsafeRawBufferPointer(rebasing: bytes[place]))
  }

  /// Texts to the end of the list.
  mutating func texts() -> [Range<Int>]? {
    var texts: [Range<Int>] = []
    if take("]") { return texts }
    repeat {
      guard let text = text() else { return nil }
      texts.append(text)
    } while take(",")
    return take("]") ? texts : nil
  }

  mutating func flag() -> Bool? {
    if take("true") { return true }
    return take("false") ? false : nil
  }

  /// The value of a number.
  mutating func double(_ place: Range<Int>) -> Double { Double(string(place)) ?? .nan }

  /// A number that is far from too large; its digits are not looked at as to their value.
  mutating func number() -> Range<Int>? {
    let start = place
    _ = take("-")
    let isZero = take("0")
    if !isZero, !digits() { return nil }
    if take(".") {
      guard digits() else { return nil }
    } else if isZero, byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      // Foundation's reader takes 0e5 for no number.
      return nil
    }
    if take("e") || take("E") {
      let exponent = place + (take("-") || take("+") ? 1 : 0)
      guard digits(), place - exponent <= 2 else { return nil }
    }
    return place - start <= 40 ? start..<place : nil
  }

  /// Whether there is a digit, with all that follow it.
  mutating func digits() -> Bool {
    let start = place
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place > start
  }

  /// A count that a program of ours could have written.
  mutating func count(_ least: Int) -> Int? {
    let start = place
    guard digits(), let number = wholeNumber(start..<place), number >= least,
      number <= JournalEntry.largestCount
    else { return nil }
    return Int(number)
  }

  /// The number that is written as some digits and nothing else, without zeros before them.
  func wholeNumber(_ place: Range<Int>) -> UInt64? {
    guard let first = bytes[place].first, place.count == 1 || first != UInt8(ascii: "0") else {
      return nil
    }
    return digits(place)
  }

  /// The number of some digits.
  func digits(_ place: Range<Int>) -> UInt64? {
    var number: UInt64 = 0
    for byte in bytes[place] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, hasOverflown) = tens.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
      guard !isTooLarge, !hasOverflown else { return nil }
      number = sum
    }
    return number
  }

  /// The days of the months, and how many days of a year stand before each.
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  private static let before = lengths.indices.map { lengths[..<$0].reduce(0, +) }

  /// A time such as `2023-11-14T22:13:20Z` of the years that need no thought of calendars.
  mutating func date() -> Date? {
    let start = place
    guard bytes.count - start >= 20 else { return nil }
    func part(_ offset: Int, _ length: Int) -> Int? {
      digits(start + offset..<start + offset + length).map { Int($0) }
    }
    func has(_ scalar: Unicode.Scalar, _ offset: Int) -> Bool {
      bytes[start + offset] == UInt8(ascii: scalar)
    }
    guard has("-", 4), has("-", 7), has("T", 10), has(":", 13), has(":", 16), has("Z", 19),
      let year = part(0, 4), let month = part(5, 2), let day = part(8, 2),
      let hour = part(11, 2), let minute = part(14, 2), let second = part(17, 2),
      (1970..<2100).contains(year), (1...12).contains(month), hour < 24, minute < 60, second < 60
    else { return nil }
    let leap = year % 4 == 0 ? 1 : 0
    guard day >= 1, day <= Self.lengths[month - 1] + (month == 2 ? leap : 0) else { return nil }
    place += 20
    let days =
      365 * (year - 1970) + (year - 1969) / 4 + Self.before[month - 1] + (month > 2 ? leap : 0)
      + day - 1
    return Date(timeIntervalSince1970: Double(((days * 24 + hour) * 60 + minute) * 60 + second))
  }
}
