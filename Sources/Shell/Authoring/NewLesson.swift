import Exhibits
import Experiments
import Files
import Foundation
import Grading
import Lessons
import Tuning

/// The file of a lesson that is about to be written.
enum NewLesson {
  /// The largest number that a lesson's file can have.
  private static let largestNumber = 9999

  /// The path of a new lesson, numbered after the last.
  static func file(named name: String, in folder: String) throws(Refusal) -> String {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
      if isThere, isFolder.boolValue, access(folder, R_OK | X_OK) != 0 {
        throw Refusal("cannot list \(Quoted.path(folder)): \(String(cString: strerror(errno)))")
      }
      throw Refusal("no folder \(Quoted.path(folder)); make it first, or name one with --lessons")
    }
    let lessons = names.sorted().compactMap { file in
      LessonName.split(fileName: file).map { (file: file, number: $0.number, name: $0.name) }
    }
    if let same = lessons.first(where: { $0.name == name }) {
      throw Refusal(
        "a lesson named \(name) stands already in \(Quoted.path(FilePath.joined(folder, same.file))); "
          + "give the new one another name")
    }
    let number = (lessons.map(\.number).max() ?? 0) + 1
    guard number <= largestNumber else {
      throw Refusal("the last lesson has the number \(number - 1), and there is none after it")
    }
    let digits = String(number)
    let width = max(2, lessons.map { $0.file.prefix { $0.isNumber }.count }.max() ?? 2)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return FilePath.joined(folder, "\(zeros)\(digits)-\(name).md")
  }

  /// The exercises of the lessons that came with the program; none if those cannot be found.
  static func course(_ catalog: Catalog) -> [Exercise] {
    guard let folders = try? LessonsFolder.folders(options: [], environment: [:]),
      let course = try? Syllabus.opening(folders, catalog: catalog)
    else { return [] }
    return course.reading(.outline).exercises
  }
}
