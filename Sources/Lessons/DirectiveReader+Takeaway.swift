import Experiments

extension DirectiveReader {
  func recap(_ fields: inout FieldSet, _ faults: inout Faults) -> Takeaway {
    let sentences = fields.some("keep", &faults)
    fields.finish(known: ["keep"], &faults)
    if let extra = sentences.dropFirst(Limits.sentences).first {
      faults.add(
        extra.line, extra.keyColumn,
        "a recap keeps at most \(Limits.sentences) sentences; say less, and more of it is kept")
    }
    return Takeaway(content: .recap(sentences.map(\.value)), line: fields.line)
  }

  func library(_ fields: inout FieldSet, _ faults: inout Faults) -> Takeaway {
    let calls = fields.some("in", &faults)
    let first = fields.one("first", &faults)
    let trap = fields.one("trap", &faults)
    fields.finish(known: ["in", "first", "trap"], &faults)
    let note = LibraryNote(
      calls: calls.compactMap { call($0, &faults) }, first: first?.value, trap: trap?.value)
    return Takeaway(content: .library(note), line: fields.line)
  }

  /// `LIBRARY VERSION | CALL`, or `LIBRARY VERSION | none`, and perhaps `| NOTE`.
  private func call(_ field: Field, _ faults: inout Faults) -> LibraryNote.Call? {
    guard let (library, rest) = field.halves(at: "|"), !library.value.isEmpty else {
      faults.add(
        field,
        "expected \"LIBRARY VERSION | CALL\", such as \"PyTorch 2.9 | torch.optim.SGD(lr=0.001)\", "
          + "not \(Quoted.text(field.value))")
      return nil
    }
    let (code, note) = rest.halves(at: "|") ?? (rest, nil)
    let isNone = code.value == "none"
    guard isNone || code.value.hasSuffix(")") && code.value.contains("(") else {
      faults.add(
        code,
        "expected a call with its arguments in brackets, or none, not \(Quoted.text(code.value))")
      return nil
    }
    return LibraryNote.Call(
      library: library.value, code: isNone ? nil : code.value, note: note?.value ?? "")
  }

  func words(_ fields: inout FieldSet, _ faults: inout Faults) -> Takeaway {
    let lines = fields.rest()
    if lines.isEmpty {
      faults.add(fields.line, 1, "words defines nothing; add a line \"term: what it means\"")
    }
    var seen = Set<String>()
    let definitions = lines.compactMap { field -> Definition? in
      if let problem = Self.problem(with: field, &seen) {
        faults.add(field.line, field.keyColumn, problem)
        return nil
      }
      return Definition(
        term: field.key, meaning: field.value, line: field.line, column: field.keyColumn)
    }
    return Takeaway(content: .words(definitions), line: fields.line)
  }

  /// Why a line does not define a term; nil if it does.
  private static func problem(with field: Field, _ seen: inout Set<String>) -> String? {
    if field.key.isEmpty { return "no term stands before the colon; write \"term: what it means\"" }
    let term = Quoted.bare(field.key)
    if field.key.unicodeScalars.count > Limits.labelLetters {
      return "a term takes at most \(Limits.labelLetters) letters; name it in fewer"
    }
    if field.value.isEmpty { return "\(term) has no meaning; write one behind the colon" }
    if !seen.insert(field.key.lowercased()).inserted { return "\(term) stands twice; keep one" }
    return nil
  }
}
