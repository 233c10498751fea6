import Exhibits
import Experiments
import Grading
import Lessons
import Plotting

extension Context {
  /// The simulation of a name.
  func simulation(_ name: String) throws(Refusal) -> any Simulation.Type {
    if let simulation = catalog[name] { return simulation }
    let remedy = NearestName.remedy(for: name, among: catalog.names)
    throw Refusal("no simulation \(Quoted.text(name))\(remedy)")
  }
}

extension Syllabus {
  /// The lesson of a name, or of a number.
  func findLesson(_ nameOrNumber: String) throws(Refusal) -> Lesson {
    try soundLesson(at: try findPlace(nameOrNumber) { $0 })
  }

  private func soundLesson(at index: Int) throws(Refusal) -> Lesson {
    let entry = entry(at: index)
    if entry.isSound { return entry.lesson }
    let more = entry.faults.total - 1
    let others = more > 0 ? " (and \(NumberText.count(more, "more fault")))" : ""
    throw Refusal(
      "lesson \(entry.name) cannot be taken: \(entry.faults.first?.text ?? "")\(others)")
  }

  /// The exercise of an id such as `learning-rate/reach-the-floor`.
  func findExercise(_ id: String) throws(Refusal) -> Exercise {
    let halves = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else {
      let exercises = reading(.outline).exercises
      let found = exercises.filter { $0.name == id }.prefix(Self.mostNamed)
      guard found.isEmpty else {
        throw Refusal("expected LESSON/EXERCISE; did you mean \(found.map(\.id).alternatives)?")
      }
      let remedy = NearestName.remedy(for: id, among: exercises.map(\.id))
      throw Refusal("no exercise \(Quoted.text(id))\(remedy)")
    }
    let place = try findPlace(String(halves[0])) { "\($0)/\(halves[1])" }
    let lesson = try soundLesson(at: place)
    if let exercise = lesson.exercises.first(where: { $0.name == halves[1] }) { return exercise }
    let names = lesson.exercises.map(\.name)
    let remedy = NearestName.remedy(for: String(halves[1]), among: names)
    throw Refusal("no exercise \(Quoted.text(String(halves[1]))) in \(lesson.name)\(remedy)")
  }

  /// How many names a message gives to choose from.
  private static let mostNamed = 4

  /// The place of a lesson by its name or its number, either of which may be qualified.
  ///
  /// - Parameter whole: what would have been typed with another name in the place of this one.
  private func findPlace(_ typed: String, _ whole: (String) -> String) throws(Refusal) -> Int {
    let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let pack = parts.count == 2 ? packs.firstIndex { $0.name == parts[0] } : nil
    if let number = Int(parts.last ?? ""), parts.count == 1 || pack != nil {
      var found: [Int: Int] = [:]
      for (index, place) in listings.enumerated().reversed()
      where place.number == number && (pack == nil || place.pack == pack) {
        found[place.pack] = index
      }
      if found.count == 1, let index = found.first?.value { return index }
      try refuse(found.values.sorted(), typed, whole)
    }
    if let index = index(of: typed) { return index }
    try refuse(listings.indices.filter { listings[$0].bareName == typed }, typed, whole)
    if let number = DecimalNumber.meant(by: typed), number != typed, Int(number) != nil {
      throw Refusal("no lesson \(Quoted.text(typed)); did you mean \(whole(number))?")
    }
    let remedy = NearestName.remedy(for: typed, among: listings.map(\.name))
    throw Refusal("no lesson \(Quoted.text(typed))\(remedy)")
  }

  /// Refuses what may stand for several lessons.
  private func refuse(_ found: [Int], _ typed: String, _ whole: (String) -> String)
    throws(Refusal)
  {
    guard found.count > 1 else { return }
    let names = found.prefix(Self.mostNamed).map { index in
      whole("\(packs[listings[index].pack].name):\(listings[index].bareName)")
    }
    throw Refusal(
      "\(Quoted.text(whole(typed))) is in more than one pack; did you mean \(names.alternatives)?")
  }
}

extension [String] {
  /// The names as a question lists them: `a`, `a or b`, `a, b or c`.
  var alternatives: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
