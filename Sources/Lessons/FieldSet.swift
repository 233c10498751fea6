import Experiments

/// The fields of one front matter or directive, taken out key by key.
struct FieldSet {
  /// What the fields belong to, as messages name it: `front matter`, `exercise reach-the-floor`.
  let owner: String

  /// The line on which the owner begins.
  let line: Int
  private var fields: [Field] = []

  /// The keys of values that are too long to be read.
  private var unread: Set<String> = []

  /// Takes lines of `key: value`, and reports those that are none, or too many, or too long.
  ///
  /// - Parameters:
  ///   - lines: the lines, without the blank ones.
  ///   - owner: what the fields belong to.
  ///   - ownerLine: the line on which the owner begins, from 1.
  init(of lines: [Field.Line], owner: String, ownerLine: Int, faults: inout Faults) {
    self.owner = owner
    line = ownerLine
    if let first = lines.dropFirst(Limits.fields).first?.content {
      faults.add(
        first.line, 1,
        "\(owner) has more than \(Limits.fields) lines; the rest is not read, leave some out")
    }
    for line in lines.prefix(Limits.fields) {
      switch line {
      case .blank: break
      case .noKey(let text):
        let remedy =
          if text.value.hasPrefix("- ") {
            "write a list on one line, joined by commas"
          } else if text.keyColumn > 1, !fields.isEmpty {
            "write a value on one line, with its key"
          } else {
            "begin a comment with #"
          }
        faults.add(text, "expected \"key: value\", not \(Quoted.text(text.value)); \(remedy)")
      case .field(let field) where field.value.utf8.count > Limits.valueBytes:
        faults.add(
          field,
          "\(Quoted.bare(field.key)) takes at most \(Limits.valueBytes) bytes, "
            + "here are \(field.value.utf8.count); say it in fewer")
        unread.insert(field.key)
      case .field(let field): fields.append(field)
      }
    }
  }

  /// Takes out every field with a key; one without a value is a fault.
  mutating func all(_ key: String, _ faults: inout Faults) -> [Field] {
    guard fields.contains(where: { $0.key == key }) else { return [] }
    var found: [Field] = []
    var others: [Field] = []
    others.reserveCapacity(fields.count)
    for field in fields {
      if field.key != key {
        others.append(field)
      } else if field.value.isEmpty {
        faults.add(field, "\(key) has no value; write one or leave it out")
      } else {
        found.append(field)
      }
    }
    fields = others
    return found
  }

  /// Takes out all fields that are left, whatever their keys.
  mutating func rest() -> [Field] {
    defer { fields = [] }
    return fields
  }

  /// Takes out every field with a key, of which there has to be one.
  mutating func some(_ key: String, _ faults: inout Faults) -> [Field] {
    if !unread.contains(key), !fields.contains(where: { $0.key == key }) {
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
