internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecSource
internal import SpecWriting

extension OpenAPILowerer {
  mutating func scalarShape(of flat: FlatSchema, type: OpenAPI.SchemaType?) -> Shape {
    switch type {
    case .boolean: return Shape(.scalar(.bool))
    case .integer:
      let format = known(flat, as: ScalarFormat.ofInteger) ?? ScalarFormat(scalar: .int64)
      return numberShape(of: flat, format)
    case .number:
      let format = known(flat, as: ScalarFormat.ofNumber) ?? ScalarFormat(scalar: .double)
      return numberShape(of: flat, format)
    case .string: return textShape(of: flat)
    // Nothing is said of the value, or only that it is null: anything may stand there.
    case nil, .null, .array, .object: return Shape(.scalar(.json))
    }
  }

  private mutating func textShape(of flat: FlatSchema) -> Shape {
    var format = known(flat, as: ScalarFormat.ofText) ?? ScalarFormat(scalar: .string)
    if format.scalar == .string {
      // Since 3.1 the encoding and the media type of text stand in keywords of their own (JSON Schema 2020-12 §8).
      if let encoding = flat.contentEncoding?.lowercased(), encoding == "base64" || encoding == "base64url" {
        format = ScalarFormat(scalar: encoding == "base64" ? .bytes : .string)
      } else if flat.contentMediaType == "application/octet-stream" {
        format = ScalarFormat(scalar: .file)
      }
    }
    var constraints = Constraints()
    constraints.format = format.check
    guard format.scalar == .string || format.scalar == .uri else {
      // A pattern says how many digits an amount has; a date or a UUID has one spelling anyway.
      if format.scalar == .decimal { constraints.pattern = pattern(of: flat) }
      noteUnusedTextRules(of: flat, format.scalar)
      return Shape(.scalar(format.scalar), constraints)
    }
    constraints.minLength = flat.minLength.flatMap { $0 > 0 ? $0 : nil }
    constraints.maxLength = flat.maxLength
    constraints.pattern = pattern(of: flat)
    return Shape(.scalar(format.scalar), constraints)
  }

  private mutating func pattern(of flat: FlatSchema) -> Pattern? {
    guard let source = flat.pattern else { return nil }
    switch PatternTranslation.translate(source) {
    case .success(let pattern): return pattern
    case .failure(let refusal):
      diagnostics.report(
        .patternDropped, "the pattern “\(source.prefix(80))” \(refusal.reason); it is not checked",
        at: place(of: "pattern", in: flat), hint: "Write the pattern without it.")
      return nil
    }
  }

  /// Lengths and patterns of text that is a type of its own say nothing that this type does not.
  private mutating func noteUnusedTextRules(of flat: FlatSchema, _ scalar: Scalar) {
    let hasUnusedPattern = flat.pattern != nil && scalar != .decimal
    guard hasUnusedPattern || flat.minLength != nil || flat.maxLength != nil else { return }
    let keyword = hasUnusedPattern ? "pattern" : flat.maxLength != nil ? "maxLength" : "minLength"
    diagnostics.report(
      .constraintDropped, "“\(keyword)” is not checked beside the format, which makes a \(scalar.rawValue) of the text",
      at: place(of: keyword, in: flat))
  }

  private mutating func known(_ flat: FlatSchema, as meaning: (String) -> ScalarFormat?) -> ScalarFormat? {
    guard let format = flat.format else { return nil }
    if let known = meaning(format) { return known }
    if notedFormats.insert(format).inserted {
      diagnostics.report(
        .formatUnknown, "the format “\(format.prefix(40))” is not known, and is not checked",
        at: place(of: "format", in: flat),
        hint: "Say with “pattern”, “minimum” or “maxLength” what must be checked.")
    }
    return nil
  }

  /// Where a keyword stands among the schemas that were merged; the last one, which is the one that holds.
  func place(of keyword: String, in flat: FlatSchema) -> SourceRange? {
    for schema in flat.merged.reversed() {
      if let node = document.schemas[schema].node[keyword] { return node.range }
    }
    return range(of: flat)
  }
}
