/// How much is said of one file, so that a list of faults is never many times as long as what they
/// are in.
///
/// Whatever lists faults of a file lists them through ``listed(_:ofBytes:_:rest:)``.
package enum FaultRoom {
  /// About what a document or a workflow command writes around a fault.
  private static let frame = 100

  /// The faults for which there is room, in their order; where some are left out, a last one that
  /// says how many.
  ///
  /// What has to be mended comes before advice. The first of each kind is always listed.
  ///
  /// - Parameters:
  ///   - all: everything that was found in the file, by line and column.
  ///   - bytes: the length of the file.
  ///   - fault: the fault of an element.
  ///   - rest: an element for those that are left out, next to the last one that is not.
  package static func listed<Element>(
    _ all: [Element], ofBytes bytes: Int, _ fault: (Element) -> LessonFault,
    rest: (LessonFault) -> Element
  ) -> [Element] {
    var room = Limits.faultBytes + Limits.faultFactor * bytes
    var places = Limits.faults
    var isListed = [Bool](repeating: false, count: all.count)
    var ends: [Int: LessonFault] = [:]
    for severity in [LessonFault.Severity.fault, .advice] {
      let own = all.indices.filter { fault(all[$0]).severity == severity }
      var last: Int?
      var left = own.count
      for index in own {
        let found = fault(all[index])
        let size = found.file.utf8.count + found.message.utf8.count + frame
        guard last == nil || room >= size && places >= min(left, 2) else { break }
        isListed[index] = true
        (room, places, left, last) = (room - size, places - 1, left - 1, index)
      }
      guard left > 0, let last else { continue }
      places -= 1
      ends[last] = Self.rest(
        of: own.suffix(left).reduce(0) { $0 + fault(all[$1]).count }, fault(all[last]))
    }
    guard !ends.isEmpty else { return all }
    return all.indices.flatMap { index -> [Element] in
      (isListed[index] ? [all[index]] : []) + (ends[index].map { [rest($0)] } ?? [])
    }
  }

  /// Of faults of one file those that may be listed, by their places; the others only count.
  ///
  /// Whatever finds very many may leave it at these: ``listed(_:ofBytes:_:rest:)`` lists the same.
  package static func counted(_ faults: [LessonFault]) -> [LessonFault] {
    guard faults.count > Limits.faults else { return faults }
    return [LessonFault.Severity.fault, .advice].flatMap { severity -> [LessonFault] in
      let own = faults.filter { $0.severity == severity }
        .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
      guard own.count > Limits.faults, let last = own.prefix(Limits.faults).last else { return own }
      return own.prefix(Limits.faults)
        + [rest(of: Array(own.dropFirst(Limits.faults)).total, last)]
    }
  }

  /// What stands for so many faults behind the last that is listed.
  private static func rest(of count: Int, _ last: LessonFault) -> LessonFault {
    let isAdvice = last.severity == .advice
    let what =
      isAdvice
      ? "\(count) more \(count == 1 ? "piece" : "pieces") of advice"
      : "\(count) more \(count == 1 ? "fault" : "faults")"
    return LessonFault(
      file: last.file, line: last.line, column: last.column,
      message: "and \(what) from here on; \(isAdvice ? "look at" : "mend") those above first",
      severity: last.severity, count: count)
  }
}

extension [LessonFault] {
  /// How many there are, those that are only counted too.
  package var total: Int { reduce(0) { $0 + $1.count } }

  /// Those for which there is room, by their places.
  ///
  /// - Parameter bytes: the length of the file that all of them are in.
  func listed(ofBytes bytes: Int) -> [LessonFault] {
    FaultRoom.listed(
      sorted { ($0.line, $0.column) < ($1.line, $1.column) }, ofBytes: bytes, { $0 }, rest: { $0 })
  }
}
