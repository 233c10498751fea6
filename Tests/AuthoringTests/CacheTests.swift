import Foundation
import TestKit
import Testing

@testable import Files

@Suite(.mayHang) struct CacheTests {
  /// A value as one of the cache's users might keep it, with numbers that JSON does not know.
  struct Kept: Codable, Sendable, Equatable {
    var number = 0.1 + 0.2
    var infinite = -Double.infinity
    var missing: [Double?] = [1e-300, nil]
  }

  /// Asks a cache for a value; whether it had to be found.
  private static func asks(
    _ cache: Cache, _ kind: String = "kind", _ key: String = "key", _ value: Kept = Kept()
  ) async -> (value: Kept, found: Bool) {
    var found = false
    let value = await cache.value(kind, for: key) {
      found = true
      return value
    }
    return (value, found)
  }

  private static func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
  }

  @Test func whatIsKeptIsFoundAgain() async throws {
    let folder = try ScratchFolder()
    let cache = Cache(folder: folder.path + "/new/folders", stamp: "build 1")
    #expect(await Self.asks(cache).found)
    let (value, found) = await Self.asks(cache, "kind", "key", Kept(number: 7))
    #expect(!found)
    #expect(value == Kept())
    #expect(try Self.files(folder.path + "/new/folders").count == 1)
  }

  @Test func anotherKeyKindOrBuildIsAnotherValue() async throws {
    let folder = try ScratchFolder()
    let cache = Cache(folder: folder.path, stamp: "build 1")
    _ = await Self.asks(cache)
    #expect(await Self.asks(cache, "kind", "key ").found)
    #expect(await Self.asks(cache, "kind 2", "key").found)
    #expect(await !Self.asks(cache).found)
    let other = Cache(folder: folder.path, stamp: "build 2")
    #expect(await Self.asks(other).found)
    #expect(await !Self.asks(other).found)
    #expect(await Self.asks(cache).found)
  }

  @Test func nothingIsKeptWithoutAFolderOrAStamp() async throws {
    let folder = try ScratchFolder()
    for cache in [.none, Cache(folder: folder.path, stamp: ""), Cache(folder: nil, stamp: "b")] {
      #expect(await Self.asks(cache).found)
      #expect(await Self.asks(cache).found)
    }
    #expect(try Self.files(folder.path) == [])
  }

  /// Every way of damaging a file, from torn to foreign: it is passed over and replaced.
  @Test func aDamagedFileIsReplaced() async throws {
    let folder = try ScratchFolder()
    let cache = Cache(folder: folder.path, stamp: "build")
    _ = await Self.asks(cache)
    let file = try #require(try Self.files(folder.path).first)
    let whole = try Data(contentsOf: URL(filePath: file))
    var damaged: [Data] = [Data(), Data("null".utf8), Data("{}".utf8), Data("[1".utf8)]
    damaged += [1, 10, whole.count / 2, whole.count - 1].map { whole.prefix($0) }
    damaged.append(whole + whole)
    damaged.append(Data(repeating: 0xFF, count: 1000))
    damaged.append(Data(repeating: 0x5B, count: 200_000))
    damaged.append(Data(repeating: 0x20, count: CacheFile.largest + 1))
    let text = String(decoding: whole, as: UTF8.self)
    for (old, new) in [("\"build\"", "\"other\""), ("\"key\"", "\"yek\""), ("-inf", "minus")] {
      #expect(text.contains(old))
      damaged.append(Data(text.replacing(old, with: new).utf8))
    }
    for data in damaged {
      try data.write(to: URL(filePath: file))
      let (value, found) = await Self.asks(cache)
      #expect(found)
      #expect(value == Kept())
      #expect(try Data(contentsOf: URL(filePath: file)).count == whole.count)
      #expect(await !Self.asks(cache).found)
    }
  }

  @Test func whatIsNoFileIsPassedOver() async throws {
    let folder = try ScratchFolder()
    let cache = Cache(folder: folder.path, stamp: "build")
    _ = await Self.asks(cache)
    let file = try #require(try Self.files(folder.path).first)
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(await Self.asks(cache).found)
    try FileManager.default.removeItem(atPath: file)
    #expect(mkfifo(file, 0o600) == 0)
    #expect(await Self.asks(cache).found)
    #expect(try Self.files(folder.path) == [file])
    #expect(await !Self.asks(cache).found)
  }

  /// A link is replaced rather than followed.
  @Test func aLinkIsNotFollowed() async throws {
    let folder = try ScratchFolder()
    let cache = Cache(folder: folder.path + "/cache", stamp: "build")
    _ = await Self.asks(cache)
    let file = try #require(try Self.files(folder.path + "/cache").first)
    let elsewhere = folder.path + "/elsewhere"
    try FileManager.default.moveItem(atPath: file, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: elsewhere)
    let before = try Data(contentsOf: URL(filePath: elsewhere))
    #expect(await Self.asks(cache, "kind", "key", Kept(number: 7)).value.number == 7)
    #expect(try Data(contentsOf: URL(filePath: elsewhere)) == before)
  }

  @Test func aFolderThatCanNotBeWrittenCostsNothing() async throws {
    let folder = try ScratchFolder()
    let file = folder.path + "/file"
    try Data().write(to: URL(filePath: file))
    for path in [file, file + "/below", "/proc/nowhere", "", "\0", "/dev/null/x"] {
      let cache = Cache(folder: path, stamp: "build")
      #expect(await Self.asks(cache).value == Kept())
      #expect(await Self.asks(cache).found)
    }
  }

  @Test func theOldestGoFirst() throws {
    let folder = try ScratchFolder()
    for number in 0..<30 {
      let path = "\(folder.path)/\(number).\(CacheFolder.fileExtension)"
      try Data().write(to: URL(filePath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: Double(number - 1000))], ofItemAtPath: path)
    }
    let other = folder.path + "/precious.txt"
    try Data().write(to: URL(filePath: other))
    CacheFolder.tidy(folder.path, atMost: 30)
    #expect(try Self.files(folder.path).count == 31)
    CacheFolder.tidy(folder.path, atMost: 20)
    let left = try Self.files(folder.path)
    #expect(left.contains(other))
    let numbers = (12..<30).map { "\(folder.path)/\($0).\(CacheFolder.fileExtension)" }
    #expect(Set(left) == Set(numbers + [other]))
  }

  @Test func whatWasNeverFinishedGoes() throws {
    let folder = try ScratchFolder()
    for (name, age) in [("old", 7200.0), ("new", 60)] {
      let path = "\(folder.path)/\(name).knobs-part"
      try Data().write(to: URL(filePath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
    }
    CacheFolder.tidy(folder.path)
    #expect(try Self.files(folder.path) == ["\(folder.path)/new.knobs-part"])
  }
}
