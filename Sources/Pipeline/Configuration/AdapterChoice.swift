package import SpecAdapters
package import SpecSource

/// What turns the CoreModel into the files of a target.
package enum AdapterChoice: Sendable, Hashable, CustomStringConvertible {
  case builtIn(AdapterID)
  case program(AdapterProgram)

  /// The built-in adapter, where it is one.
  package var builtIn: AdapterID? {
    switch self {
    case .builtIn(let id): id
    case .program: nil
    }
  }

  package var description: String {
    switch self {
    case .builtIn(let id): id.description
    case .program(let program): program.description
    }
  }

  /// Where a program is named; a built-in adapter needs no place, for nothing about it can be wrong.
  package var range: SourceRange? {
    switch self {
    case .builtIn: nil
    case .program(let program): program.range
    }
  }
}
