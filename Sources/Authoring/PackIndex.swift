import Lessons
import Markdown

/// What the lessons of a pack have to know of each other, gathered once.
package struct PackIndex: Sendable {
  /// The file and the line in which a name is given for the first time.
  struct FirstUse: Sendable, Hashable {
    let file: String
    let line: Int
  }

  /// The first use of each `exercise name` and `predict name`, in the order of the pack.
  private(set) var firstUses: [String: FirstUse] = [:]

  /// The lessons by their places in the order of the pack; of equal names the first counts.
  private(set) var numbers: [String: Int] = [:]

  /// The names of the lessons in order.
  private(set) var names: [String] = []

  /// The lessons that require each lesson.
  private(set) var requiredBy: [[Int]] = []

  /// Where a term is defined.
  struct TermPlace: Sendable, Hashable {
    /// The lesson by its place in the order of the pack, and the section in it, from zero.
    let lesson: Int
    let section: Int
    let file: String
    let line: Int
  }

  /// The first definition of each term, by ``TermFinder/key(of:)``.
  private(set) var terms: [String: TermPlace] = [:]
  /// The last lesson of each part of the course, where it stands for the first time.
  private(set) var partEnds: [String: Int] = [:]

  /// The anchors of each file.
  private(set) var anchors: [String: Set<String>] = [:]

  package init() {}

  /// - Parameter lessons: every lesson that can be read, in the order of the pack.
  init(_ lessons: [CheckedLesson]) {
    for checked in lessons {
      anchors[checked.entry.file] = Anchors.of(checked.text.document)
      for directive in checked.text.directives where !directive.name.isEmpty {
        let use = FirstUse(file: checked.entry.file, line: directive.line)
        if firstUses[directive.key] == nil { firstUses[directive.key] = use }
      }
    }
    let pack = lessons.first?.pack ?? []
    names = pack.map(\.name)
    for (number, name) in names.enumerated() where numbers[name] == nil { numbers[name] = number }
    for checked in lessons {
      guard let number = numbers[checked.entry.name] else { continue }
      for (definition, section) in checked.lesson.definitions {
        let key = TermFinder.key(of: definition.term)
        guard terms[key] == nil else { continue }
        terms[key] = TermPlace(
          lesson: number, section: section, file: checked.entry.file, line: definition.line)
      }
    }
    for part in CoursePart.parts(of: pack) {
      if let title = part.title, partEnds[title] == nil {
        partEnds[title] = part.lessons.upperBound - 1
      }
    }
    requiredBy = Array(repeating: [], count: pack.count)
    for (number, entry) in pack.enumerated() {
      for required in Set(entry.lesson.requires.compactMap { numbers[$0] }) where required != number
      {
        requiredBy[required].append(number)
      }
    }
  }

  /// The shortest chain of lessons, each requiring the next, from one to another.
  ///
  /// - Returns: for each lesson from which there is a chain to `target`, the next one on it.
  func chains(to target: Int) -> [Int: Int] {
    guard requiredBy.indices.contains(target) else { return [:] }
    var next: [Int: Int] = [:]
    var queue = [target]
    var head = 0
    while head < queue.count {
      let place = queue[head]
      head += 1
      for requirer in requiredBy[place] where next[requirer] == nil && requirer != target {
        next[requirer] = place
        queue.append(requirer)
      }
    }
    return next
  }
}

extension FencedBlock {
  /// What it is called in its pack: `exercise reach-the-floor`.
  var key: String { "\(kind?.rawValue ?? "") \(name)" }
}
