import Experiments
import Markdown

extension Lesson {
  /// The names by which its sections are opened, such as `past-the-edge`: each heading as the end of a
  /// web address has it, with a number behind it where it repeats an earlier one.
  package var sectionNames: [String] {
    var used = Set<String>()
    var counts: [String: Int] = [:]
    return sections.enumerated().map { index, section in
      let slug = Anchors.slug(section.title)
      let plain = slug.isEmpty ? "section-\(index + 1)" : slug
      var name = plain
      while !used.insert(name).inserted {
        counts[plain, default: 0] += 1
        name = "\(plain)-\(counts[plain, default: 0])"
      }
      return name
    }
  }

  /// The place of a section by its name, by its heading, or by its number from 1; nil if there is none.
  package func section(named typed: String) -> Int? {
    let names = sectionNames
    if let place = names.firstIndex(of: typed) { return place }
    if let place = names.firstIndex(of: Anchors.slug(typed)) { return place }
    return Int(typed).flatMap { sections.indices.contains($0 - 1) ? $0 - 1 : nil }
  }
}
