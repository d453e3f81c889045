import SpecIR
import SpecWriting

/// Spells a CoreModel in a few words, for tests to compare with.
struct CoreText {
  let core: CoreModel

  var models: String { core.models.map(text(of:)).joined(separator: "\n") }
  var operations: String { core.operations.map(text(of:)).joined(separator: "\n") }

  func text(of model: Model) -> String {
    switch model.kind {
    case .structure(let structure):
      let additional =
        switch structure.additional {
        case .ignored: ""
        case .forbidden: " closed"
        case .kept(let shape): " + \(text(of: shape))"
        }
      let count = range(structure.minProperties, structure.maxProperties)
      return "struct \(model.name) { \(structure.fields.map(text(of:)).joined(separator: ", ")) }\(count)\(additional)"
    case .enumeration(let enumeration):
      let cases = enumeration.cases.map { item in
        let value = JSONWriter.write(item.value, indent: nil)
        return value == "\"\(item.name)\"" || value == item.name ? item.name : "\(item.name)=\(value)"
      }
      return "enum \(model.name): \(enumeration.base.rawValue) { \(cases.joined(separator: ", ")) }"
    case .union(let union):
      let variants = union.variants.map { variant in
        let shape = text(of: variant.shape)
        let tags = variant.tags.isEmpty ? "" : "[\(variant.tags.joined(separator: " "))]"
        return (shape == variant.name ? shape : "\(variant.name): \(shape)") + tags
      }
      let matching =
        switch union.matching {
        case .discriminator(let property): " by \(property)"
        case .exactlyOne: " one of"
        case .first: " first of"
        }
      return "union \(model.name)\(matching) { \(variants.joined(separator: " | ")) }"
    case .alias(let shape): return "alias \(model.name) = \(text(of: shape))"
    }
  }

  private func text(of field: Field) -> String { "\(field.name)\(text(of: field.presence, text(of: field.shape)))" }

  private func text(of presence: Presence, _ shape: String) -> String {
    switch presence {
    case .required: ": \(shape)"
    case .optional: "?: \(shape)"
    case .defaulted(let value): "?: \(shape) = \(JSONWriter.write(value, indent: nil))"
    }
  }

  func text(of shape: Shape) -> String { text(of: shape.type) + text(of: shape.constraints) }

  private func text(of type: TypeRef) -> String {
    switch type {
    case .scalar(let scalar): scalar.rawValue
    case .list(let items): "[\(text(of: items))]"
    case .map(let values): "{\(text(of: values))}"
    case .named(let model): core[model].name
    case .optional(let type): "\(text(of: type))|null"
    }
  }

  private func text(of constraints: Constraints) -> String {
    var parts: [String] = []
    if let format = constraints.format { parts.append(format.rawValue) }
    if let minimum = constraints.minimum { parts.append((minimum.isExclusive ? ">" : ">=") + minimum.value.literal) }
    if let maximum = constraints.maximum { parts.append((maximum.isExclusive ? "<" : "<=") + maximum.value.literal) }
    if let divisor = constraints.multipleOf { parts.append("%\(divisor.literal)") }
    let length = range(constraints.minLength, constraints.maxLength)
    let items = range(constraints.minItems, constraints.maxItems)
    let members = range(constraints.minProperties, constraints.maxProperties)
    if !length.isEmpty { parts.append("length" + length) }
    if !items.isEmpty { parts.append("items" + items) }
    if !members.isEmpty { parts.append("members" + members) }
    if constraints.uniqueItems { parts.append("unique") }
    if let pattern = constraints.pattern { parts.append("/\(pattern.portable)/") }
    return parts.isEmpty ? "" : "(\(parts.joined(separator: " ")))"
  }

  private func range(_ low: Int?, _ high: Int?) -> String {
    low == nil && high == nil ? "" : " \(low.map(String.init) ?? "")..\(high.map(String.init) ?? "")"
  }

  func text(of operation: Operation) -> String {
    var parts = ["\(operation.method.rawValue) \(operation.path.text) \(operation.name) @\(operation.group)"]
    for parameter in operation.parameters {
      let style = "\(parameter.style.rawValue)\(parameter.isExploded ? "*" : "")"
      let type = text(of: parameter.presence, text(of: parameter.shape))
      parts.append("  \(parameter.location.rawValue) \(parameter.name)\(type) \(style)")
    }
    if let model = operation.queryModel { parts.append("  query = \(core[model].name)") }
    if let body = operation.body {
      parts.append("  body\(body.isRequired ? "" : "?") \(body.alternatives.map(text(of:)).joined(separator: " | "))")
    }
    for response in operation.responses {
      let headers = response.headers.map { " \($0.name)\($0.isRequired ? "" : "?"): \(text(of: $0.shape))" }.joined()
      let contents = response.contents.map { " " + text(of: $0) }.joined(separator: " |")
      parts.append("  \(text(of: response.status))\(contents)\(headers)")
    }
    for requirement in operation.security {
      let schemes = requirement.schemes.map { item in
        core.securitySchemes[item.scheme.index].name + (item.scopes.isEmpty ? "" : "(\(item.scopes.joined(separator: " ")))")
      }
      parts.append("  needs \(schemes.joined(separator: " and "))")
    }
    return parts.joined(separator: "\n")
  }

  func text(of status: Response.Status) -> String {
    switch status {
    case .code(let code): "\(code)"
    case .range(let hundreds): "\(hundreds)XX"
    case .default: "default"
    }
  }

  private func text(of content: Content) -> String { "\(content.encoding.rawValue) \(text(of: content.shape))" }
}
