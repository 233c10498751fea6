import Foundation
import Testing

@testable import Files

@Suite struct LockedFileTests {
  /// A file system that cannot sync keeps what is written all the same; one that failed may not.
  @Test func onlyWhatIsUnknownIsDoneWithout() {
    for code in [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP] { #expect(LockedFile.isUnknownSync(code)) }
    for code in [EIO, ENOSPC, EDQUOT, EROFS, EBADF, EINTR] {
      #expect(!LockedFile.isUnknownSync(code))
    }
  }
}
