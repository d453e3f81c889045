public import SpecDiagnostics
public import SpecIR
public import SpecWriting

/// An adapter without its target type, for the list from which the command line chooses.
public struct AnyAdapter: Sendable {
  public let id: AdapterID
  /// What the stack is, in a few words.
  public let summary: String
  private let run: @Sendable (CoreModel, TargetOptions, TemplateSet, inout Diagnostics) throws(TemplateError) -> [GeneratedFile]
  private let tell: @Sendable (CoreModel, TargetOptions) -> BackendFacts?

  public init<A: Adapter>(_ adapter: A, summary: String) {
    id = A.id
    self.summary = summary
    tell = { core, options in adapter.facts(core, options: options) }
    run = { core, options, templates, diagnostics throws(TemplateError) in
      let target = adapter.lower(core, options: options, into: &diagnostics)
      guard !diagnostics.hasErrors else { return [] }
      return try adapter.render(target, with: templates)
    }
  }

  /// Returns the files of the backend by path, or none where the findings have errors.
  public func generate(
    _ core: CoreModel, options: TargetOptions, templates: TemplateSet, into diagnostics: inout Diagnostics
  ) throws(TemplateError) -> [GeneratedFile] {
    try run(core, options, templates, &diagnostics).sorted { $0.path < $1.path }
  }

  /// Tells how a backend is built, checked and run; nothing where the adapter does not tell.
  public func facts(_ core: CoreModel, options: TargetOptions) -> BackendFacts? { tell(core, options) }
}
