import Foundation
import Learning
import Testing

/// Files, registries and names agree.
@Suite struct RegistryTests {
  static let registries: [(String, String, [String])] = [
    ("Activation", "Activations", Activation.all.map(\.name)),
    ("Loss", "Losses", Loss.all.map(\.name)),
    ("Initialization", "Initializations", Initialization.all.map(\.name)),
  ]

  /// Every constant in a file of its folder is in the registry, and nothing else is.
  @Test(arguments: registries)
  func everyFileIsRegistered(type: String, folder: String, names: [String]) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Learning/Network/\(folder)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var found: [String] = []
    for file in files {
      #expect(file.hasPrefix("\(type)+") && file.hasSuffix(".swift"))
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for constant in text.components(separatedBy: "package static let ").dropFirst() {
        found.append(String(try #require(constant.split(separator: "\"").dropFirst().first)))
      }
    }
    #expect(found.sorted() == names.sorted())
    #expect(Set(names).count == names.count)
  }
}
