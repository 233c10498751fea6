import Foundation
import Testing

/// A program that is built beside the tests.
enum BuiltProgram {
  /// What it prints.
  static func output(of name: String, _ arguments: [String] = []) throws -> String {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let own = CommandLine.arguments.prefix(1).map { URL(filePath: $0) }
    let places = (bundles + own).map { $0.deletingLastPathComponent().appending(path: name) }
    let process = Process()
    let program: URL = try #require(
      places.first { FileManager.default.isExecutableFile(atPath: $0.path) })
    process.executableURL = program
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }
}
