import Foundation
import Testing

/// What the functions give for the arguments of `Tests/Reference/ulp.py`, which measures the errors.
///
/// Runs only where that script names its folder: `FUNCTION.arguments` are numbers in the machine's
/// own bytes, `FUNCTION.results` the values in the same order.
@Suite struct SweepTests {
  static let folder = ProcessInfo.processInfo.environment["KNOBS_SWEEP"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }

  @Test(.enabled(if: folder != nil), arguments: ElementaryCase.all)
  func valuesAreWritten(function: ElementaryCase) throws {
    let folder = try #require(Self.folder)
    let bytes = try Data(contentsOf: folder.appending(path: "\(function.name).arguments"))
    let count = bytes.count / 8
    try #require(count > 0 && bytes.count == 8 * count)
    let results = bytes.withUnsafeBytes { buffer in
      (0..<count).map {
        function.scalar(buffer.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self))
      }
    }
    try results.withUnsafeBytes { Data($0) }
      .write(to: folder.appending(path: "\(function.name).results"))
  }
}
