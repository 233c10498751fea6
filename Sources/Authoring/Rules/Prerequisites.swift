import Files
import Lessons

/// Lessons that require each other cannot be put into any order.
enum Prerequisites: Rule {
  static let name = "prerequisites"
  static let summary = "The lessons that a lesson requires do not require it in turn."

  /// The most lessons of a circle that are named.
  private static let mostNamed = 6

  static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let index = checked.index
    guard let own = index.numbers[checked.entry.name],
      checked.pack.indices.contains(own), checked.pack[own].file == checked.entry.file
    else { return [] }
    let next = index.chains(to: own)
    return checked.lesson.requirements.compactMap { requirement in
      // Of the links of a circle, those are at fault that point to what stands later.
      guard let required = index.numbers[requirement.name], required > own,
        next[required] != nil
      else { return nil }
      var text = checked.entry.name
      var place: Int? = required
      var count = 0
      while let at = place {
        count += 1
        if count <= mostNamed || at == own {
          let link = count == 1 ? " requires " : ", which requires "
          text += (count > mostNamed + 1 ? ", …" : "") + link + index.names[at]
        }
        place = at == own ? nil : next[at]
      }
      return checked.fault(
        requirement.line, requirement.column, "\(text); drop one of these from its requires")
    }
  }
}
