// swift-tools-version: 6.2

import PackageDescription

/// Numerical rooms are optimized in debug builds too, so that tests can afford whole training runs.
///
/// `KNOBS_UNOPTIMIZED=1 swift test` builds them plainly, to show that the bits stay the same.
let optimized: [SwiftSetting] =
  Context.environment["KNOBS_UNOPTIMIZED"] == nil
  ? [
    .unsafeFlags(
      ["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"], .when(configuration: .debug))
  ] : []

/// `KNOBS_NATIVE=1 swift build -c release` uses the widest vectors that this machine has.
///
/// The bits stay the same: every lane still does the same operations in the same order.
let native: [SwiftSetting] =
  Context.environment["KNOBS_NATIVE"] == nil
  ? [] : [.define("KNOBS_NATIVE"), .unsafeFlags(["-Xcc", "-march=native"])]

/// The functions of `Tests/Allocations` in place of the C library's, for other libraries too.
let counting: [LinkerSetting] = ["malloc", "calloc", "realloc", "posix_memalign"]
  .map {
    .unsafeFlags(
      ["-Xlinker", "--defsym=\($0)=counted_\($0)", "-Xlinker", "--export-dynamic-symbol=\($0)"],
      .when(platforms: [.linux]))
  }

let common: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// A room of the house: one folder under `Sources`, and the rooms below that it may enter.
func room(_ name: String, _ below: [Target.Dependency] = [], _ settings: [SwiftSetting] = [])
  -> Target
{
  .target(name: name, dependencies: below, swiftSettings: common + settings)
}

/// The tests of one room, in `Tests/<room>Tests`.
func tests(_ room: String, _ below: [Target.Dependency] = [], data: [String] = []) -> Target {
  .testTarget(
    name: "\(room)Tests", dependencies: [.byName(name: room)] + below, exclude: data,
    swiftSettings: common)
}

let package = Package(
  name: "knobs",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "knobs", targets: ["knobs"]),
    .executable(name: "knobs-bench", targets: ["knobs-bench"]),
  ],
  targets: [
    .executableTarget(
      name: "knobs", dependencies: ["Shell", "Simulations"], swiftSettings: common),
    .executableTarget(
      name: "knobs-bench", dependencies: ["Learning"], swiftSettings: common + optimized + native),
    room(
      "Shell", ["Authoring", "Course", "Markdown", "Experiments", "Pictures", "Terminal"]),
    room("Authoring", ["Course", "Markdown", "Experiments"]),
    room("Course", ["Markdown", "Experiments"]),
    room("Markdown"),
    room("Simulations", ["Learning", "Experiments"], optimized),
    room("Learning", [], optimized + native),
    room("Experiments", ["Plotting"], optimized),
    room("Pictures", ["Experiments", "Plotting"]),
    room("Terminal", ["Plotting"]),
    room("Plotting"),
    tests(
      "Shell",
      ["Authoring", "Course", "Markdown", "Simulations", "Experiments", "Terminal", "knobs"],
      data: ["Fixtures", "Goldens"]),
    .testTarget(
      name: "LessonsTests",
      dependencies: ["Authoring", "Course", "Markdown", "Simulations", "Experiments"],
      swiftSettings: common),
    tests(
      "Authoring", ["Course", "Markdown", "Simulations", "Experiments", "Work"],
      data: ["Goldens"]),
    tests("Course", ["Experiments", "Work"]),
    tests("Markdown"),
    tests("Simulations", ["Learning", "Experiments"]),
    tests("Learning"),
    tests("Experiments"),
    .testTarget(
      name: "BenchTests", dependencies: ["knobs-bench", "Learning"], swiftSettings: common),
    // Measures processor time for tests of how work grows.
    .target(name: "Work", path: "Tests/Work", swiftSettings: common),
    // Counts memory for BenchTests, which must not be linked with it: it replaces `malloc`.
    .executableTarget(
      name: "allocations", dependencies: ["Learning"], path: "Tests/Allocations",
      swiftSettings: common + optimized, linkerSettings: counting),
    // Compares the bits of runs between builds, for `.ci/run`.
    .executableTarget(
      name: "bits", dependencies: ["Simulations", "Learning", "Experiments"], path: "Tests/Bits",
      exclude: ["golden.txt", "calibrations.jsonl"], swiftSettings: common),
    .testTarget(
      name: "BitsTests", dependencies: ["bits", "Simulations", "Experiments"],
      swiftSettings: common),
    tests("Pictures", ["Simulations", "Experiments", "Plotting"], data: ["Goldens"]),
    tests("Terminal", ["Plotting"], data: ["Charts/Goldens"]),
    tests("Plotting"),
  ]
)
