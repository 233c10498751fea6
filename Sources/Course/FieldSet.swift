import Experiments

/// The fields of one front matter or directive, taken out key by key.
struct FieldSet {
  /// What the fields belong to, as messages name it: `front matter`, `exercise reach-the-floor`.
  let owner: String

  /// The line on which the owner begins.
  let line: Int
  private var fields: [Field] = []

  /// Reads lines of `key: value`; blank lines and lines that begin with `#` are passed over.
  ///
  /// - Parameters:
  ///   - lines: a slice of all lines of the file, by which lines are numbered.
  ///   - owner: what the fields belong to.
  ///   - ownerLine: the line on which the owner begins, from 1.
  init(of lines: ArraySlice<String>, owner: String, ownerLine: Int, faults: inout Faults) {
    self.owner = owner
    line = ownerLine
    for (index, text) in zip(lines.indices, lines) {
      let start = text.trimmingStart()
      if start.isEmpty || start.first == "#" { continue }
      guard fields.count < Limits.fields else {
        faults.add(
          index + 1, 1,
          "\(owner) has more than \(Limits.fields) lines; the rest is not read, leave some out")
        break
      }
      let keyColumn = text.count(before: start.startIndex) + 1
      guard let mark = start.firstIndex(of: ":") else {
        faults.add(
          index + 1, keyColumn,
          "expected \"key: value\", not \(Quoted.text(start.trimmingEnd())); "
            + "begin a comment with #")
        continue
      }
      let key = start[..<mark].trimmingEnd()
      let value = start[start.index(after: mark)...].trimmingStart()
      let column = keyColumn + start.count(before: value.startIndex)
      guard value.utf8.count <= Limits.valueBytes else {
        faults.add(
          index + 1, column,
          "\(Quoted.bare(key)) takes at most \(Limits.valueBytes) bytes, "
            + "here are \(value.utf8.count); say it in fewer")
        continue
      }
      fields.append(
        Field(
          key: key, keyColumn: keyColumn, value: value.trimmingEnd(), line: index + 1,
          column: column))
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

  /// Takes out every field with a key, of which there has to be one.
  mutating func some(_ key: String, _ faults: inout Faults) -> [Field] {
    if !fields.contains(where: { $0.key == key }) {
      faults.add(line, 1, "\(owner) has no \(key); add a line \"\(key): …\"")
    }
    return all(key, &faults)
  }

  /// Takes out the one field with a key; a second is a fault.
  mutating func one(_ key: String, _ faults: inout Faults) -> Field? {
    first(of: all(key, &faults), &faults)
  }

  /// Takes out a field that has to be there once.
  mutating func required(_ key: String, _ faults: inout Faults) -> Field? {
    first(of: some(key, &faults), &faults)
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
    for field in fields where !keys.contains(field.key) {
      let remedy = NearestName.remedy(for: field.key, among: keys)
      faults.add(
        field.line, field.keyColumn, "no key \(Quoted.text(field.key)) in \(owner)\(remedy)")
    }
  }

  private func first(of found: [Field], _ faults: inout Faults) -> Field? {
    for extra in found.dropFirst() {
      faults.add(
        extra.line, extra.keyColumn, "\(extra.key) stands twice in \(owner); keep one")
    }
    return found.first
  }
}
