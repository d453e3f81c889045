/// What the files of `generated/api` use of the constraint library, so that a backend has no more of it.
///
/// A class, because all files add to it.
final class LibraryUses {
  private let target: PythonTarget
  private(set) var names: Set<String> = []

  init(_ target: PythonTarget) { self.target = target }

  /// A name of the library, which is then part of the backend.
  func symbol(_ name: String) -> PythonSymbol {
    names.insert(name)
    return target.decoding(name)
  }

  func name(_ name: String) -> PythonExpr { .name(symbol(name)) }

  func call(_ name: String, _ arguments: [PythonArgument] = []) -> PythonExpr { .call(symbol(name), arguments) }
}
