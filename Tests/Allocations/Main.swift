import Foundation

/// Prints how many blocks of memory training runs take, for `AllocationTests`, or lessons in files, for
/// `MemoryTests`.
///
/// A line each: updates and blocks of a short run, updates and blocks of one ten times as long, and
/// what was trained. Of a file its bytes, the blocks that are asked for while it is read and set, and
/// the most bytes that are held.
@main
enum Main {
  static func main() {
    #if canImport(Glibc)
      let files = CommandLine.arguments.dropFirst()
      if files.isEmpty { printTrainings() } else { files.forEach(printShown) }
    #endif
  }

  #if canImport(Glibc)
    private static func printTrainings() {
      for training in Training.all {
        // What is taken once in a process is taken here.
        _ = training.run(5)
        let counts = [5, 50].flatMap { epochs in
          let before = Allocations.count
          let updates = training.run(epochs)
          return [updates, Allocations.count - before]
        }
        print(counts.map(String.init).joined(separator: " "), training.name)
      }
    }

    private static func printShown(_ file: String) {
      guard let bytes = FileManager.default.contents(atPath: file) else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      // What is taken once in a process is taken here.
      _ = ShownLesson(String(text.prefix(100)))
      let before = Allocations.count
      let peak = Allocations.peak { _ = ShownLesson(text) }
      print(text.utf8.count, Allocations.count - before, peak)
    }
  #endif
}
