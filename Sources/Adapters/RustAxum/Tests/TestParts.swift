import SpecRehearsal
import SpecWriting

/// What the tests of one file share: example bodies and small helpers, each only where some test uses it.
///
/// A class, because all tests of a file add to it.
final class TestParts {
  /// A function at the end of the file.
  enum Helper: String, CaseIterable {
    case parsed, with, without, varied, column, sorted, text
    case expectSame = "expect_same"
  }

  private var shared = SharedBodies { RustNames.constant($0) }
  private var used: Set<Helper> = []

  /// The constant that holds a body.
  func constant(for body: JSONValue, of operation: String) -> String { shared.name(of: body, for: operation) }

  /// The constant that holds rows.
  func constant(for rows: ListedRows, of operation: String) -> String { shared.name(of: rows, listedBy: operation) }

  func call(_ helper: Helper, _ arguments: RustExpr...) -> RustExpr {
    used.insert(helper)
    return .call(RustPath(stringLiteral: helper.rawValue), arguments: arguments)
  }

  /// The declarations of the bodies, in the order of first use.
  var bodies: [RustItem] {
    shared.all.map { body in
      .constant(
        RustConstant(
          body.name, .ref(.str), .rawString(JSONWriter.write(body.value)), documentation: body.documentation))
    }
  }

  /// The helpers that are used.
  var helpers: [RustItem] {
    // Some of them are made of another.
    if used.contains(.expectSame) || used.contains(.varied) { used.insert(.parsed) }
    return Helper.allCases.filter(used.contains).map { .function(Self.function($0)) }
  }

  // MARK: Helpers

  private static let value = RustType.named(.json)

  private static func function(_ helper: Helper) -> RustFunction {
    let name = helper.rawValue
    switch helper {
    case .parsed:
      return RustFunction(name, [.init("text", .ref(.str))], returns: value) {
        RustExpr.call(RustPath(.of("serde_json", name: "from_str").qualified), "text").call("expect", .string("JSON"))
      }
    case .with:
      return RustFunction(
        name, [.init(.mut("body"), value), .init("field", .ref(.str)), .init("value", value)], returns: value,
        documentation: "`body` with another value in one of its fields."
      ) {
        RustStatement.expr(.assign(RustExpr("body").index("field"), "value"))
        RustExpr("body")
      }
    case .without:
      return RustFunction(
        name, [.init(.mut("body"), value), .init("field", .ref(.str))], returns: value,
        documentation: "`body` without one of its fields."
      ) {
        RustStatement.let("fields", RustExpr("body").call("as_object_mut").call("expect", .string("an object")))
        RustStatement.expr(RustExpr("fields").call("remove", "field"))
        RustExpr("body")
      }
    case .varied: return varied(name)
    case .column:
      return RustFunction(
        name, [.init("rows", .ref(value)), .init("field", .ref(.str))], returns: value, documentation: "One field of each row."
      ) {
        RustStatement.let("rows", RustExpr("rows").call("as_array").call("expect", .string("a list")))
        RustExpr("rows").call("iter")
          .call("map", .closure([.init("row")], RustExpr("row").index("field").call("clone"))).call("collect")
      }
    case .sorted:
      return RustFunction(
        name, [.init(.mut("list"), value)], returns: value,
        documentation: "A list in an order that does not depend on random ids."
      ) {
        RustStatement.let("items", RustExpr("list").call("as_array_mut").call("expect", .string("a list")))
        RustStatement.expr(RustExpr("items").call("sort_by_key", .path("Value", "to_string")))
        RustExpr("list")
      }
    case .text:
      return RustFunction(
        name, [.init("value", .ref(value))], returns: .string, documentation: "A value as it stands in a path."
      ) {
        RustExpr("value").call("as_str")
          .call("map_or_else", .closure([], RustExpr("value").call("to_string")), .path("str", "to_owned"))
      }
    case .expectSame: return expectSame(name)
    }
  }

  private static func varied(_ name: String) -> RustFunction {
    RustFunction(
      name, [.init("body", .ref(value)), .init("rows", .ref(.str))], returns: .vec(value),
      documentation: "`body` once for each of the rows, which say what differs."
    ) {
      RustStatement.let("rows", .call("parsed", "rows"))
      RustStatement.let("rows", RustExpr("rows").call("as_array").call("expect", .string("a list")))
      RustStatement.let(
        "change",
        .closure([.init("changes", .ref(value))]) {
          RustStatement.let(.mut("body"), RustExpr("body").call("clone"))
          let fields = RustExpr("changes").call("as_object").call("expect", .string("an object"))
          RustExpr.for(.tuple(["field", "value"]), in: fields) {
            RustStatement.expr(.assign(RustExpr("body").index("field"), RustExpr("value").call("clone")))
          }
          RustExpr("body")
        })
      RustExpr("rows").call("iter").call("map", "change").call("collect")
    }
  }

  private static func expectSame(_ name: String) -> RustFunction {
    RustFunction(
      name,
      [
        .init("body", .ref(value)), .init("expected", .ref(.str)), .init("varying", .ref(.slice(.ref(.str)))),
      ],
      documentation: "Asserts that a body is this one; at the places `varying` it must have some value.",
      attributes: ["track_caller"]
    ) {
      RustStatement.let(.mut("expected"), .call("parsed", "expected"))
      RustExpr.for("pointer", in: "varying") {
        RustStatement.let("found", RustExpr("body").call("pointer", "pointer").call("expect", "pointer"))
        RustStatement.let("place", RustExpr("expected").call("pointer_mut", "pointer").call("expect", "pointer"))
        RustStatement.expr(.assign(.dereference("place"), RustExpr("found").call("clone")))
      }
      RustStatement.expr(.macro("assert_eq", .dereference("body"), "expected"))
    }
  }

  // MARK: Values

  /// A value in code: objects are read from their text.
  func value(_ value: JSONValue) -> RustExpr {
    value.holdsObject
      ? call(.parsed, .rawString(JSONWriter.write(value, indent: nil))) : .macro(RustPath(.jsonMacro), Self.json(value))
  }

  /// A value inside `json!`; no object is written so.
  static func json(_ value: JSONValue) -> RustExpr {
    switch value {
    case .null: "null"
    case .bool(let flag): .bool(flag)
    case .number(let number):
      // Without a suffix an integer would be one of 32 bits.
      number.isIntegerLiteral && number.int64 != nil
        ? .integer(number.int64 ?? 0, suffix: Int32(exactly: number.int64 ?? 0) == nil ? "i64" : "")
        : number.double.flatMap { RustLiteral.float($0) }.map { .literal($0) } ?? .integer(0)
    case .string(let text): self.text(text)
    case .array(let items): .array(items.map(json))
    case .object: .array([])
    }
  }

  /// A text to be looked at.
  static func borrowed(_ text: String) -> RustExpr { repeated(text).map { .ref($0) } ?? .string(text) }

  private static func text(_ text: String) -> RustExpr { repeated(text) ?? .string(text) }

  /// One letter many times is written as that.
  private static func repeated(_ text: String) -> RustExpr? {
    RepeatedText(text).map { RustExpr.string($0.letter).call("repeat", .integer($0.count)) }
  }
}

extension JSONValue {
  /// Whether it is an object or has one in it.
  fileprivate var holdsObject: Bool {
    switch self {
    case .null, .bool, .number, .string: false
    case .array(let items): items.contains(where: \.holdsObject)
    case .object: true
    }
  }
}
