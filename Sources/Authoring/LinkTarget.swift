import Experiments
import Files
import Foundation
import Lessons
import Markdown

/// What a link of a lesson points to, and whether it may and does.
///
/// Nothing is fetched, and no file outside the pack's folder is opened.
struct LinkTarget: Sendable {
  /// The most pages that are no lessons of the pack and are read for their headings.
  private static let mostPages = 100

  /// The most headings among which the nearest is looked for.
  private static let mostHeadings = 200

  /// For how many lost anchors the nearest heading is looked for.
  private static let mostSuggestions = 20

  private let checked: CheckedLesson
  private var suggestions = 0
  private var isImage = false

  /// The anchors of pages that are no lessons; nil of those that cannot be read.
  private var pages: [String: Set<String>?] = [:]

  init(_ checked: CheckedLesson) { self.checked = checked }

  /// What is wrong with a destination, and what to do; nil if nothing is.
  mutating func problem(with destination: String, isImage: Bool) -> String? {
    self.isImage = isImage
    let quoted = Quoted.text(destination)
    let what = isImage ? "image" : "link"
    if destination.isEmpty { return "the \(what) goes nowhere; name a file or a page" }
    guard destination.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return "control characters in the \(what) \(quoted); remove them" }
    if let mark = destination.utf8.firstIndex(of: UInt8(ascii: ":")),
      Self.isScheme(destination[..<mark])
    {
      return problem(
        scheme: destination[..<mark].lowercased(),
        destination[destination.utf8.index(after: mark)...], quoted)
    }
    if FilePath.isAbsolute(destination) || destination.utf8.first == UInt8(ascii: "\\") {
      return "\(quoted) is an absolute path; name a file of the pack by its path from the lesson"
    }
    return problem(path: destination, quoted)
  }

  /// RFC 3986, section 3.1.
  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return letters.contains(first | 0x20)
      && text.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
  }

  private func problem(scheme: String, _ rest: Substring, _ quoted: String) -> String? {
    switch scheme {
    case "http", "https":
      let host =
        rest.utf8.starts(with: "//".utf8)
        ? Substring(rest.utf8.dropFirst(2).prefix { !"/?#".utf8.contains($0) }) : ""
      let isWhole = !host.isEmpty && host.first != ":" && !rest.contains(where: \.isWhitespace)
      return isWhole
        ? nil : "\(quoted) is not a web address; write it as https://example.org/page"
    case "mailto" where !isImage:
      let parts = rest.utf8.prefix { $0 != UInt8(ascii: "?") }
        .split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
      let isWhole = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      return isWhole ? nil : "\(quoted) is not a mail address; write it as mailto:name@example.org"
    default:
      return "a lesson cannot point to \(quoted); "
        + "use a path inside the pack\(isImage ? " or https:" : ", https: or mailto:")"
    }
  }

  private mutating func problem(path destination: String, _ quoted: String) -> String? {
    let mark = destination.utf8.firstIndex(of: UInt8(ascii: "#")) ?? destination.endIndex
    let written = Substring(destination[..<mark].utf8.prefix { $0 != UInt8(ascii: "?") })
    let anchor = Substring(destination[mark...].utf8.dropFirst())
    guard let path = String(written).removingPercentEncoding,
      let fragment = String(anchor).removingPercentEncoding
    else { return "\(quoted) has a % without two hexadecimal digits; write it as %25" }
    guard !path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return "\(quoted) stands for control characters; remove them" }
    let file: String
    if path.isEmpty {
      guard !isImage else { return "\(quoted) is not an image; name a file of the pack" }
      file = checked.entry.file
    } else {
      guard FilePath.staysBelow(path) else {
        return "\(quoted) leads out of the pack's folder; move the file into it"
      }
      file = FilePath.joined(checked.folder, path)
      if let problem = problem(file: file, quoted) { return problem }
    }
    guard !fragment.isEmpty, path.isEmpty || path.hasSuffix(".md") else { return nil }
    return problem(anchor: fragment, of: file, isOwn: path.isEmpty)
  }

  private func problem(file: String, _ quoted: String) -> String? {
    guard let folder = Self.real(checked.folder), let real = Self.real(file) else {
      return "there is no file \(quoted) in the pack; correct the path, or add the file"
    }
    guard FilePath.isIn(real, folder) else {
      return "\(quoted) leads out of the pack's folder; put a copy of the file into it"
    }
    var kind = stat()
    guard stat(real, &kind) == 0 else {
      return "\(quoted) cannot be looked at; correct the path, or the rights to the file"
    }
    let type = kind.st_mode & S_IFMT
    if type == S_IFREG || (type == S_IFDIR && !isImage) { return nil }
    return "\(quoted) is not a file; name a file of the pack"
  }

  /// The path without symbolic links; nil where there is nothing.
  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private mutating func problem(anchor: String, of file: String, isOwn: Bool) -> String? {
    guard let known = anchors(of: file) else { return nil }
    // Browsers go to the top for this one, whether or not a heading has it.
    if known.contains(anchor.lowercased()) || anchor.lowercased() == "top" { return nil }
    let isLesson = checked.index.anchors[checked.entry.file] != nil
    let place = isOwn ? (isLesson ? "this lesson" : "this file") : Quoted.path(file)
    let problem = "no heading \(Quoted.text("#" + anchor)) in \(place)"
    suggestions += 1
    guard suggestions <= Self.mostSuggestions else { return "\(problem); name one that is there" }
    // Of names of a letter or two every one is near every other.
    let named = known.sorted().prefix(Self.mostHeadings).filter { $0.count > 2 }
    let nearest = NearestName.of(anchor, among: named.map { String($0.prefix(80)) })
    return problem + (nearest.map { "; did you mean #\($0)?" } ?? "; name one that is there")
  }

  /// The anchors of a page; nil if they cannot be had.
  private mutating func anchors(of file: String) -> Set<String>? {
    if let lesson = checked.index.anchors[file] { return lesson }
    if let page = pages[file] { return page }
    guard pages.count < Self.mostPages else { return nil }
    let anchors = LessonText.page(inFile: file).map { Anchors.of($0.document) }
    pages[file] = .some(anchors)
    return anchors
  }
}
