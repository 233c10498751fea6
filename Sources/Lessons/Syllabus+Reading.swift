import Dispatch
import Experiments
import Foundation
import Grading
import Synchronization
import Tuning

extension Syllabus {
  /// Reads every lesson of a folder.
  ///
  /// - Throws: ``LessonFolder/Problem`` if the folder cannot be read or holds no lesson.
  package static func read(folder: String, catalog: Catalog) throws(LessonFolder.Problem)
    -> Syllabus
  {
    try opening([folder], catalog: catalog).reading()
  }

  /// The lessons of some folders, none of which is read yet.
  ///
  /// - Throws: ``LessonFolder/Problem`` if a folder cannot be read or holds no lesson, if it is
  ///   given twice, or if two packs have one name.
  package static func opening(_ folders: [String], catalog: Catalog) throws(LessonFolder.Problem)
    -> Syllabus
  {
    guard folders.count <= Limits.packs else { throw .tooManyPacks(count: folders.count) }
    var packs: [Pack] = []
    var folderAtPlace: [FolderPlace: String] = [:]
    for folder in folders {
      let pack = try Pack(folder: folder)
      if let other = folderAtPlace[pack.place] { throw .given(folder: other, again: folder) }
      folderAtPlace[pack.place] = folder
      if let other = packs.first(where: { $0.name == pack.name }) {
        throw .sameName(pack.name, folder: other.folder, other: folder)
      }
      packs.append(pack)
    }
    return Syllabus(packs: packs, listings: listings(in: packs), catalog: catalog)
  }

  /// The lessons of some packs by the names under which they are shown and kept.
  ///
  /// A name that two packs share is shown with the pack's. What progress is kept under does not depend
  /// on the other packs, so it is found again whatever others there are.
  private static func listings(in packs: [Pack]) -> [Listing] {
    let owners = packs.map { Set($0.indices.keys) }
    func isShared(_ name: String, by pack: Int) -> Bool {
      packs.indices.contains { $0 != pack && owners[$0].contains(name) }
    }
    return packs.enumerated().flatMap { index, pack in
      pack.members.enumerated().map { place, member in
        Listing(
          pack: index, number: member.number,
          name: isShared(member.name, by: index) ? "\(pack.name):\(member.name)" : member.name,
          bareName: member.name, lessonKey: pack.key(of: member.name), member: place)
      }
    }
  }

  /// These lessons, all of them read.
  ///
  /// They are read side by side, and the result does not depend on how many at a time.
  ///
  /// - Parameter depth: how much is read; the faults are the same.
  package func reading(_ depth: LessonReader.Depth = .whole) -> Syllabus {
    let excess = excess
    let share = 16
    let found = Mutex<[Int: [Entry]]>([:])
    let shares = (listings.count + share - 1) / share
    DispatchQueue.concurrentPerform(iterations: shares) { index in
      let range = index * share..<min(listings.count, (index + 1) * share)
      let entries = range.map { index in
        excess.contains(index) ? refused(listings[index]) : read(listings[index], depth)
      }
      found.withLock { $0[index] = entries }
    }
    let entries = found.withLock { found in (0..<shares).flatMap { found[$0] ?? [] } }
    return Syllabus(packs: packs, listings: listings, catalog: catalog, known: entries)
  }

  /// The indices of the listings at which a pack has more text than is read.
  var excess: Set<Int> {
    var excess = Set<Int>()
    var sizes = [Int](repeating: 0, count: packs.count)
    for (index, listing) in listings.enumerated() {
      let file = packs[listing.pack].members[listing.member].file
      guard let size = file.size, size <= Limits.fileBytes else { continue }
      sizes[listing.pack] += size
      if sizes[listing.pack] > Limits.packBytes { excess.insert(index) }
    }
    return excess
  }

  /// A lesson that is one too many.
  func refused(_ listing: Listing) -> Entry {
    let file = packs[listing.pack].members[listing.member].file.path
    let fault = LessonFault(
      file: file, line: 1, column: 1,
      message:
        "not read: the lessons of this pack have more than \(Limits.packBytes) bytes by here; "
        + "make two packs of it")
    return Entry(
      number: listing.number, name: listing.name, file: file, lesson: Self.unread(listing),
      faults: [fault], pack: listing.pack)
  }

  /// Reads one lesson.
  func read(_ listing: Listing, _ depth: LessonReader.Depth) -> Entry {
    let pack = packs[listing.pack]
    let member = pack.members[listing.member]
    var lesson: Lesson
    var faults: [LessonFault]
    var size = 0
    switch member.file.text() {
    case .success(let text):
      size = text.utf8.count
      (lesson, faults) = LessonReader.read(
        text, file: member.file.path, name: listing.name, key: listing.lessonKey, catalog: catalog,
        depth: depth)
    case .failure(let fault): (lesson, faults) = (Self.unread(listing), [fault])
    }
    if let first = pack.indices[member.name], first < listing.member {
      faults.append(
        LessonFault(
          file: member.file.path, line: 1, column: 1,
          message: "a lesson named \(member.name) stands already in "
            + "\(Quoted.path(pack.members[first].file.path)); give it another name"))
    }
    faults += Self.faults(ofOrderIn: lesson, member, at: listing.member, of: pack)
    return Entry(
      number: listing.number, name: listing.name, file: member.file.path, lesson: lesson,
      faults: faults.listed(ofBytes: size), pack: listing.pack)
  }

  private static func unread(_ listing: Listing) -> Lesson {
    var lesson = Lesson(
      name: listing.name, title: listing.bareName, summary: "", minutes: 1, requirements: [],
      sections: [])
    lesson.key = listing.key
    return lesson
  }

  /// A fault for each lesson of the pack that is required and does not stand before.
  private static func faults(
    ofOrderIn lesson: Lesson, _ member: Pack.Member, at index: Int, of pack: Pack
  ) -> [LessonFault] {
    lesson.requirements.prefix(Limits.faults).compactMap { required in
      let place = pack.indices[required.name]
      if let place, place < index { return nil }
      let message =
        if required.name == member.name {
          "a lesson cannot require itself; name one that stands before it"
        } else if place != nil {
          "requires \(required.name), which does not stand before it; change the order"
        } else {
          "requires \(Quoted.text(required.name)), and there is no such lesson"
            + NearestName.remedy(for: required.name, among: pack.members.map(\.name))
        }
      return LessonFault(
        file: member.file.path, line: required.line, column: required.column, message: message)
    }
  }
}
