#if canImport(Glibc)
  import Glibc

  /// Counts every block of memory that the process asks for.
  ///
  /// The linker puts the functions below in place of the C library's, see `Package.swift`: a
  /// program's own definition comes first for every library that it loads, the Swift runtime included.
  /// Freeing is not counted, so a block that is given back at once counts like any other. Not for
  /// more than one thread.
  enum Allocations {
    nonisolated(unsafe) fileprivate(set) static var count = 0
  }

  @_silgen_name("__libc_malloc")
  private func libraryMalloc(_ size: Int) -> UnsafeMutableRawPointer?
  @_silgen_name("__libc_calloc")
  private func libraryCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer?
  @_silgen_name("__libc_realloc")
  private func libraryRealloc(_ block: UnsafeMutableRawPointer?, _ size: Int)
    -> UnsafeMutableRawPointer?
  @_silgen_name("__libc_memalign")
  private func libraryAligned(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?

  @_cdecl("counted_malloc")
  func countedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
    Allocations.count &+= 1
    return libraryMalloc(size)
  }

  @_cdecl("counted_calloc")
  func countedCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    Allocations.count &+= 1
    return libraryCalloc(count, size)
  }

  @_cdecl("counted_realloc")
  func countedRealloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    Allocations.count &+= 1
    return libraryRealloc(block, size)
  }

  @_cdecl("counted_posix_memalign")
  func countedAlignedBlock(
    _ block: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
  ) -> Int32 {
    Allocations.count &+= 1
    guard let memory = libraryAligned(alignment, size) else { return ENOMEM }
    block.pointee = memory
    return 0
  }
#endif
