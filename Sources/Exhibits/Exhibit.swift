/// What is shown, in no medium: a screen and a document of `--json` are two settings of it.
///
/// Its properties are what is said, in words where people read it; encoding it gives the document,
/// which says the same in numbers. No medium adds to either.
package protocol Exhibit: Encodable, Sendable {}
