/// The names of lessons, exercises and predictions.
package enum LessonName {
  /// The most characters of a name.
  package static let longest = 64

  /// Whether a name consists of lowercase letters, digits and single inner hyphens.
  package static func isValid(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return name.utf8.count <= longest
      && parts.allSatisfy { part in
        !part.isEmpty && part.unicodeScalars.allSatisfy { ("a"..."z") ~= $0 || ("0"..."9") ~= $0 }
      }
  }

  /// The number and the name in a file name such as `02-learning-rate.md`; nil if it is no lesson.
  package static func split(fileName: String) -> (number: Int, name: String)? {
    guard fileName.hasSuffix(".md") else { return nil }
    let stem = fileName.dropLast(3)
    guard let hyphen = stem.firstIndex(of: "-") else { return nil }
    let digits = stem[..<hyphen]
    let name = String(stem[stem.index(after: hyphen)...])
    guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits), isValid(name)
    else { return nil }
    return (number, name)
  }
}
