/// Under what the progress in a lesson is kept, whatever other packs there are.
package struct LessonKey: Sendable, Hashable {
  /// The key as the journal has it, which no lesson of another pack has.
  package let text: String

  /// The name of the pack, which is recorded with its attempts.
  package let pack: String

  /// The keys under which versions up to 0.2 kept the progress, some of it that of other packs.
  package let shared: [String]

  /// - Parameters:
  ///   - text: the key.
  ///   - pack: the name of the pack.
  ///   - shared: the keys that early versions kept it under, where those were not its own.
  package init(_ text: String, pack: String, shared: [String] = []) {
    self.text = text
    self.pack = pack
    self.shared = shared
  }

  /// The key of the lesson that an exercise or a prediction belongs to, given its own key.
  package static func lesson(of key: String) -> String {
    String(key.unicodeScalars.prefix { $0 != "/" })
  }
}
