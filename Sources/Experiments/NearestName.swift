/// Finds what somebody may have meant.
package enum NearestName {
  /// The known name nearest to what was typed, if any is near enough to be meant.
  ///
  /// Distance is optimal string alignment: insertions, deletions, substitutions and swaps of
  /// neighbours (Damerau 1964), with letter case set aside. Near enough means at most a third of
  /// the letters, or that one begins the other.
  package static func of(_ typed: String, among known: [String]) -> String? {
    let typed = letters(of: typed)
    guard !typed.isEmpty else { return nil }
    let ranked = known.map { name -> (name: String, letters: Int, distance: Int) in
      let letters = letters(of: name)
      let distance = distance(typed, letters)
      let begins = typed.count >= 3 && (letters.starts(with: typed) || typed.starts(with: letters))
      return (name, letters.count, begins ? min(distance, 1) : distance)
    }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    let allowed = max(1, max(typed.count, best.letters) / 3)
    return best.distance <= allowed ? best.name : nil
  }

  /// The letters that are compared: of a long name the first, however long it is.
  private static func letters(of name: String) -> [Unicode.Scalar] {
    let beginning = String(name.unicodeScalars.prefix(64))
    return Array(beginning.lowercased().unicodeScalars.prefix(64))
  }

  /// The end of a message about an unknown name: the nearest known name, or all of them.
  package static func remedy(for typed: String, among known: [String]) -> String {
    if let nearest = of(typed, among: known) { return "; did you mean \(Quoted.name(nearest))?" }
    guard !known.isEmpty else { return "; there is none" }
    let shown = known.prefix(8).map(Quoted.name).joined(separator: ", ")
    let verb = known.count == 1 ? "is" : "are"
    return "; there \(verb) \(shown)\(known.count > 8 ? ", …" : "")"
  }

  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
