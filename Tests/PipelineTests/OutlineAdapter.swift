import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecWriting

/// The smallest adapter, from which `docs/adapters.md` sets out: a page that lists what a backend answers.
struct OutlineAdapter: Adapter {
  static let id = AdapterID("markdown-outline")

  /// The page with nothing left to decide.
  struct Target: Sendable {
    let title: String
    let lines: [String]
  }

  func lower(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) -> Target {
    let lines = zip(core.operations, core.plans).map { operation, plan in
      let failures = Set(plan.failures.map(\.status)).sorted().map(String.init).joined(separator: ", ")
      let route = MarkdownLine.inert("\(operation.method.rawValue) \(operation.path.text)")
      return "- \(route): \(plan.success.status), else \(failures)"
    }
    return Target(title: MarkdownLine.inert(core.service.title), lines: lines)
  }

  func render(_ target: Target, with templates: TemplateSet) -> [GeneratedFile] {
    let text = "# \(target.title)\n\n" + target.lines.map { $0 + "\n" }.joined()
    return [GeneratedFile(path: RelativePath("README.md")!, text: text)]
  }
}
