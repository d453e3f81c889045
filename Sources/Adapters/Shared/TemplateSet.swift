internal import Mustache

/// The skeleton files of the adapters: nearly constant texts, which never decide a type, a name or an import.
public struct TemplateSet: Sendable {
  private let texts: [String: String]

  /// - Parameters:
  ///   - embedded: the texts that travel in the binary, by path below `templates/`, without `.mustache`.
  ///   - overrides: a project's own texts, which take the place of embedded ones of the same path.
  public init(embedded: [String: String], overrides: [String: String] = [:]) {
    texts = embedded.merging(overrides) { $1 }
  }

  /// The paths of all templates, sorted.
  public var paths: [String] { texts.keys.sorted() }

  /// Returns a template filled with values; a name that is not among them is an error, and nothing is escaped.
  public func render(_ path: String, _ values: [String: TemplateValue] = [:]) throws(TemplateError) -> String {
    guard let text = texts[path] else { throw TemplateError.unknownTemplate(path) }
    // The text content type switches HTML escaping off; it applies to what follows it.
    let template: MustacheTemplate
    do { template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text) } catch {
      throw TemplateError.malformed(path, reason: String(describing: error))
    }
    let unknown = UnknownNames()
    let rendered = template.render(TemplateScope(values, unknown: unknown))
    guard unknown.names.isEmpty else { throw TemplateError.unknownNames(path, unknown.names) }
    return rendered
  }
}

/// What a template may insert.
public enum TemplateValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  /// A section that repeats; each item also sees what stands around it.
  case list([[String: TemplateValue]])
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  public init(arrayLiteral elements: [String: TemplateValue]...) { self = .list(elements) }
}

/// A template that cannot be rendered: a mistake in the template, ours or the project's.
public enum TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownTemplate(String)
  case malformed(String, reason: String)
  case unknownNames(String, [String])

  public var description: String {
    switch self {
    case .unknownTemplate(let path): "there is no template `\(path)`"
    case .malformed(let path, let reason): "the template `\(path)` cannot be read: \(reason)"
    case .unknownNames(let path, let names):
      "the template `\(path)` asks for \(names.map { "`\($0)`" }.joined(separator: ", ")), which it is not given"
    }
  }
}

/// The names that a template asked for in vain; swift-mustache would render them as nothing.
private final class UnknownNames {
  private(set) var names: [String] = []

  func add(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }
}

/// Values in the form in which swift-mustache asks for them.
private struct TemplateScope: MustacheParent {
  private let values: [String: TemplateValue]
  private let unknown: UnknownNames

  init(_ values: [String: TemplateValue], unknown: UnknownNames) {
    self.values = values
    self.unknown = unknown
  }

  func child(named name: String) -> Any? {
    switch values[name] {
    case .text(let text): return text
    case .flag(let flag): return flag
    case .list(let items): return items.map { TemplateScope(values.merging($0) { $1 }, unknown: unknown) }
    case nil:
      unknown.add(name)
      return nil
    }
  }
}
