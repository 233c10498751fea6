import Experiments

/// The fields of one front matter or directive, taken out key by key.
struct FieldSet {
  /// What the fields belong to, as messages name it: `front matter`, `exercise reach-the-floor`.
  let owner: String

  /// The line on which the owner begins.
  let line: Int
  private var fields: [Field] = []

  /// Reads lines of `key: value`; blank lines and lines that begin with `#` are passed over.
  init(
    of lines: ArraySlice<String>, firstLine: Int, owner: String, ownerLine: Int,
    faults: inout Faults
  ) {
    self.owner = owner
    line = ownerLine
    for (offset, text) in lines.enumerated() {
      let number = firstLine + offset
      let start = text.drop(while: \.isWhitespace)
      if start.isEmpty || start.first == "#" { continue }
      guard let mark = text.firstIndex(of: ":") else {
        faults.add(number, 1, "expected \"key: value\"; begin a comment with #")
        continue
      }
      let key = text[..<mark].drop(while: \.isWhitespace).trimmingEnd()
      let value = text[text.index(after: mark)...].drop(while: \.isWhitespace)
      let column = text.distance(from: text.startIndex, to: value.startIndex) + 1
      fields.append(Field(key: key, value: value.trimmingEnd(), line: number, column: column))
    }
  }

  /// Takes out every field with a key; one without a value is a fault.
  mutating func all(_ key: String, _ faults: inout Faults) -> [Field] {
    let found = fields.filter { $0.key == key }
    fields.removeAll { $0.key == key }
    return found.filter { field in
      if field.value.isEmpty { faults.add(field, "\(key) has no value; write one or leave it out") }
      return !field.value.isEmpty
    }
  }

  /// Takes out the one field with a key; a second is a fault.
  mutating func one(_ key: String, _ faults: inout Faults) -> Field? {
    let found = all(key, &faults)
    for extra in found.dropFirst() {
      faults.add(extra, "\(key) stands twice in \(owner); keep one")
    }
    return found.first
  }

  /// Takes out a field that has to be there.
  mutating func required(_ key: String, _ faults: inout Faults) -> Field? {
    let isEmpty = fields.contains { $0.key == key && $0.value.isEmpty }
    let found = one(key, &faults)
    if found == nil, !isEmpty {
      faults.add(line, 1, "\(owner) has no \(key); add a line \"\(key): …\"")
    }
    return found
  }

  /// Takes out a whole number within a range.
  mutating func whole(_ key: String, _ range: ClosedRange<Int>, _ faults: inout Faults) -> Int? {
    guard let field = one(key, &faults) else { return nil }
    guard let number = Int(field.value), range.contains(number) else {
      faults.add(
        field,
        "\(key) takes a whole number \(range.lowerBound) … \(range.upperBound), "
          + "not \(Quoted.text(field.value))")
      return nil
    }
    return number
  }

  /// Reports whatever nobody has taken out.
  func finish(known keys: [String], _ faults: inout Faults) {
    for field in fields {
      let remedy = NearestName.remedy(for: field.key, among: keys)
      faults.add(field.line, 1, "no key \(Quoted.text(field.key)) in \(owner)\(remedy)")
    }
  }
}
