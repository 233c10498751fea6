#if canImport(Glibc)
  import Glibc
  import Synchronization

  /// Counts every block of memory that the process asks for.
  ///
  /// The linker puts the functions below in place of the C library's, see `Package.swift`: a
  /// program's own definition comes first for every library that it loads, the Swift runtime included.
  /// Other libraries see them because they are not internal. Freeing is not counted, so a block that
  /// is given back at once counts like any other.
  enum Allocations {
    fileprivate static let blocks = Atomic(0)
    static var count: Int { blocks.load(ordering: .relaxed) }
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

  /// A block of this many bytes.
  @_cdecl("counted_malloc")
  package func countedMalloc(_ size: Int) -> UnsafeMutableRawPointer? {
    Allocations.blocks.wrappingAdd(1, ordering: .relaxed)
    return libraryMalloc(size)
  }

  /// Zeros.
  @_cdecl("counted_calloc")
  package func countedCalloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    Allocations.blocks.wrappingAdd(1, ordering: .relaxed)
    return libraryCalloc(count, size)
  }

  /// A block grown or shrunk, moved if need be.
  @_cdecl("counted_realloc")
  package func countedRealloc(_ block: UnsafeMutableRawPointer?, _ size: Int)
    -> UnsafeMutableRawPointer?
  {
    Allocations.blocks.wrappingAdd(1, ordering: .relaxed)
    return libraryRealloc(block, size)
  }

  /// A block at a multiple of the alignment; 0 where there is one.
  @_cdecl("counted_posix_memalign")
  package func countedAlignedBlock(
    _ block: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
  ) -> Int32 {
    Allocations.blocks.wrappingAdd(1, ordering: .relaxed)
    guard let memory = libraryAligned(alignment, size) else { return ENOMEM }
    block.pointee = memory
    return 0
  }
#endif
