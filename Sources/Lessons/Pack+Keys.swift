import Grading

extension Pack {
  /// Under what the progress in a lesson of the pack is kept.
  ///
  /// That of the course is kept under the names of its lessons, that of a pack which names itself under
  /// that name and theirs. A pack without a name is known by its folder: the folder's name is for
  /// people, and the mark of the place where the folder is tells it from all others of that name. A
  /// name that a pack gives itself has no `@`.
  func key(of lesson: String) -> LessonKey {
    guard !isNamed else {
      return LessonKey(name == Self.bundledName ? lesson : "\(name):\(lesson)", pack: name)
    }
    // Early versions kept it as if it were the course's, or where two packs without names had a lesson
    // of one name, under the name of the folder.
    return LessonKey(
      "\(name)@\(place.mark):\(lesson)", pack: name, shared: [lesson, "\(name):\(lesson)"])
  }
}
