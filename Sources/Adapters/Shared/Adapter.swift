public import SpecDiagnostics
public import SpecIR
public import SpecWriting

/// One stack: turns the CoreModel into the files of a backend.
///
/// A pure function of its arguments. It opens no file, reads no clock and knows no other adapter.
public protocol Adapter: Sendable {
  static var id: AdapterID { get }
  /// What is to be written, with every identifier, type, import and dependency decided.
  associatedtype Target: Sendable

  /// Decides everything; what the stack cannot spell is reported and left out.
  func lower(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) -> Target

  /// Tells how a backend is built, checked and run, for the root of a monorepo; nothing where the adapter does not tell.
  func facts(_ core: CoreModel, options: TargetOptions) -> BackendFacts?

  /// Writes what was decided.
  func render(_ target: Target, with templates: TemplateSet) throws(TemplateError) -> [GeneratedFile]
}

extension Adapter {
  public func facts(_ core: CoreModel, options: TargetOptions) -> BackendFacts? { nil }
}

/// The name of an adapter: technology and framework, such as `rust-axum`.
public struct AdapterID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let description: String

  public init(_ name: String) { description = name }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }
}
