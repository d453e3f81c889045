import SpecAdapters
import SpecWriting

/// The modules of `generated/api/decode`: what each shows.
///
/// A backend gets the modules that its contract needs and no others; their texts are templates.
enum DecodeModule: String, CaseIterable {
  case allowed, base64, boolean, constant
  case dateTime = "date_time"
  case decimal, divisible, email, entries, fault, fields, host, integer, json
  case jsonText = "json_text"
  case keyword, list, map, nullable, number, params, pattern, present, range, text, time, union, uri, uuid

  var names: [String] {
    switch self {
    case .allowed: ["allowed"]
    case .base64: ["Base64", "base64"]
    case .boolean: ["boolean", "boolean_text"]
    case .constant: ["constant", "members"]
    case .dateTime: ["date", "date_text", "date_time", "date_time_text"]
    case .decimal: ["decimal", "decimal_text"]
    case .divisible: ["divisible"]
    case .email: ["email"]
    case .entries: ["max_entries", "min_entries"]
    case .fault: ["Fault"]
    case .fields: ["Fields", "object"]
    case .host: ["hostname", "ipv4", "ipv6"]
    case .integer: ["integer", "integer_text"]
    case .json: ["json"]
    case .jsonText: ["json_text"]
    case .keyword: ["Keyword", "keyword", "keyword_text"]
    case .list: ["list", "max_items", "min_items", "unique_items"]
    case .map: ["map"]
    case .nullable: ["nullable"]
    case .number: ["Float", "multiple_of", "number", "number_text"]
    case .params: ["DecodeParams", "Params", "params"]
    case .pattern: ["Pattern", "pattern"]
    case .present: ["present"]
    case .range: ["exclusive_maximum", "exclusive_minimum", "maximum", "minimum"]
    case .text: ["max_length", "min_length", "string", "text"]
    case .time: ["duration", "time"]
    case .union: ["Alternative", "any_of", "discriminator", "one_of"]
    case .uri: ["uri", "uri_reference"]
    case .uuid: ["uuid", "uuid_text"]
    }
  }

  /// The modules that this one's text names.
  var needs: [DecodeModule] {
    switch self {
    case .keyword, .base64, .dateTime, .decimal, .uuid: [.text]
    case .map: [.fields]
    default: []
    }
  }

  /// Returns the modules that hold these functions, with all they need, in the order of their names.
  static func modules(for leaves: Set<String>) -> [DecodeModule] {
    // The extractors name the parameters' module whatever the contract asks for.
    var found: Set<DecodeModule> = [.fault, .params]
    for module in allCases where !leaves.isDisjoint(with: module.names) { found.insert(module) }
    for module in found { found.formUnion(module.needs) }
    return allCases.filter(found.contains)
  }
}

extension DecodeModule {
  /// Returns `decode.rs`: the list of modules and what they show, and the constant rest.
  static func root(_ modules: [DecodeModule], rest: String) -> RustFile {
    let uses = modules.map { RustItem.use(RustUse([$0.rawValue], $0.names.map { .name($0) }), .public) }
    return RustFile(
      documentation: """
        Reads and checks what a client sent, in one pass, and reports all that is wrong with it.

        A decoder is a function from a value and its place to `Option<T>`: `None` says that there is no `T`, and a report says \
        why. A check only reports. Generated code composes both.
        """,
      modules.map { .module(RustModule($0.rawValue)) } + uses + [.raw(rest)])
  }
}
