import Testing

@testable import Shell

@Suite struct CacheFolderTests {
  @Test(
    arguments: [
      (["KNOBS_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"], "/a"),
      (["KNOBS_CACHE": "", "XDG_CACHE_HOME": "/b", "HOME": "/c"], "/b/knobs"),
      (["XDG_CACHE_HOME": "relative", "HOME": "/c"], "/c/.cache/knobs"),
      (["HOME": "/c"], "/c/.cache/knobs"), (["HOME": ""], nil), ([:], nil),
      (["KNOBS_CACHE": "~/a", "HOME": "/c"], "/c/a"), (["KNOBS_CACHE": "~x/a", "HOME": "/c"], nil),
      (["KNOBS_CACHE": "~/a"], nil), (["HOME": "here"], nil),
    ] as [([String: String], String?)])
  func theCacheIsKept(environment: [String: String], folder: String?) {
    #expect(CacheFolder.folder(environment: environment) == folder)
    #expect(CacheFolder.cache(environment: environment).folder == folder)
  }

  @Test func aBuildHasAStampOfItsOwn() throws {
    let stamp = try #require(CacheFolder.stamp())
    #expect(stamp.hasPrefix("\(Program.version) "))
    #expect(stamp.split(separator: " ").count == 3)
    #expect(CacheFolder.stamp() == stamp)
  }
}
