import SpecAdapters
import SpecWriting

/// The modules of `generated/api/decode`: which functions each has, and which other modules it needs.
///
/// A backend gets the modules that its contract needs and no others.
enum DecodeModule: String, CaseIterable {
  case array, base64, boolean, constant, date, decimal, duration, email, fault, fields, hostname, integer, ip, json, keyword
  case map, nullable, number, params, pattern, range, report, text, time, union, unique, uri, uuid

  /// What the module shows, in the order of rustfmt.
  var functions: [String] {
    switch self {
    case .array: ["list", "list_text", "max_items", "min_items", "separated_text"]
    case .base64: ["Base64", "base64", "base64_text"]
    case .boolean: ["boolean", "boolean_text"]
    case .constant: ["constant", "constant_json"]
    case .date: ["date", "date_text"]
    case .decimal: ["decimal", "decimal_multiple_of", "decimal_text", "exact"]
    case .duration: ["duration", "duration_text"]
    case .email: ["email"]
    case .fault: ["Fault"]
    case .fields: ["Fields", "object"]
    case .hostname: ["hostname"]
    case .integer: ["integer", "integer_text", "multiple_of"]
    case .ip: ["ipv4", "ipv6"]
    case .json: ["any", "json_text"]
    case .keyword: ["Keyword", "chosen", "keyword", "keyword_text"]
    case .map: ["map", "max_entries", "min_entries"]
    case .nullable: ["nullable", "present"]
    case .number: ["float32", "float32_text", "float64", "float64_text", "float_multiple_of"]
    case .params: ["DecodeParams", "Params", "params"]
    case .pattern: ["Pattern", "pattern"]
    case .range: ["exclusive_maximum", "exclusive_minimum", "maximum", "minimum"]
    case .report: ["Decode", "Pointer", "Report", "body"]
    case .text: ["max_length", "min_length", "string", "string_text"]
    case .time: ["date_time", "date_time_text", "time", "time_text"]
    case .union: ["exactly_one", "first_of", "tag", "unknown_tag"]
    case .unique: ["unique_items"]
    case .uri: ["uri", "uri_text"]
    case .uuid: ["uuid", "uuid_text"]
    }
  }

  /// The modules whose functions this one calls.
  var needs: [DecodeModule] {
    switch self {
    case .keyword, .base64, .date, .decimal, .duration, .time, .uri, .uuid, .union: [.text]
    default: []
    }
  }

  /// Returns the modules that hold these functions, with all they need, in the order of their names.
  static func modules(for leaves: Set<String>, hasBodies: Bool, hasParameters: Bool) -> [DecodeModule] {
    var found: Set<DecodeModule> = [.fault, .report]
    if hasBodies { found.insert(.fields) }
    if hasParameters { found.insert(.params) }
    for module in allCases where !leaves.isDisjoint(with: module.functions) { found.insert(module) }
    for module in found { found.formUnion(module.needs) }
    return allCases.filter(found.contains)
  }
}

extension DecodeModule {
  /// Returns `decode.rs`, which only says what there is.
  static func root(_ modules: [DecodeModule]) -> RustFile {
    RustFile(
      documentation: """
        Reads and checks what a client sent, in one pass, and reports all that is wrong with it.

        A decoder is a function from a value and its place to `Option<T>`: `None` says that there is no `T`, and a report says why. A \
        check only reports. The models compose both.
        """,
      modules.map { .module(RustModule($0.rawValue)) }
        + modules.map { module in .use(RustUse([module.rawValue], module.functions.map { .name($0) }), .public) })
  }
}
