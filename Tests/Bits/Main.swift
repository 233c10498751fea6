import Foundation

/// Runs everything that a golden file names and tells where its bits differ.
///
/// `bits FILE` exits with 0 if all are as recorded, with 1 if some are not, with 2 if FILE cannot be
/// read or names nothing. What differs is printed as it is now.
@main
enum Main {
  static func main() async {
    guard let path = CommandLine.arguments.dropFirst().first,
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { stop(2, "bits: name a golden file that can be read") }
    let recorded = Golden.cases(in: text)
    guard !recorded.isEmpty else { stop(2, "bits: \(path) names no runs") }
    let differing = await differences(from: recorded)
    guard differing.isEmpty else {
      for golden in differing { print(golden.text) }
      stop(1, "bits: \(differing.count) of \(recorded.count) runs have other bits than recorded")
    }
    print("the bits of \(recorded.count) runs are as recorded")
  }

  /// The runs that have other bits now, as they are now; all cores share the work.
  private static func differences(from recorded: [Golden]) async -> [Golden] {
    await withTaskGroup(of: Golden?.self) { group in
      for golden in recorded {
        group.addTask {
          let now = Golden.now(golden.name)
          return now == golden ? nil : now
        }
      }
      return await group.reduce(into: []) { differing, golden in
        if let golden { differing.append(golden) }
      }.sorted { $0.name < $1.name }
    }
  }

  private static func stop(_ status: Int32, _ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
