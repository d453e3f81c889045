import SpecIR
import SpecWriting

/// Values for one place, told apart by a number from 1 on: `ada1@example.org`, `ada2@example.org`.
struct NumberedValues {
  enum Form: Equatable {
    /// The number between two texts.
    case text(before: String, after: String)
    /// The letter at its place in the alphabet, behind a text: `AAAB` where digits are not allowed.
    case letter(before: String, first: Unicode.Scalar)
    /// The number itself, or as many more than it.
    case integer(more: Int)
    case decimal
    case fraction
    /// Days of one month, with a time where it is not empty.
    case day(time: String)
    /// Some values over and over again.
    case choice([JSONValue])
  }

  let form: Form

  /// The first form by which all values are allowed; nothing where that is certain of none.
  ///
  /// - Parameters:
  ///   - count: how many values there are.
  ///   - example: a value that is allowed.
  init?(_ contract: Contract, _ shape: Shape, upTo count: Int, like example: JSONValue) {
    let check = ContractCheck(contract: contract)
    let form = Self.forms(contract, shape, like: example, count: count).first { form in
      (1...count).allSatisfy { Self.isCertain(form, shape) || check.codes(of: Self.value($0, form), shape) == [] }
    }
    guard let form else { return nil }
    self.form = form
  }

  subscript(number: Int) -> JSONValue { Self.value(number, form) }

  /// Whether no two of them are the same.
  var areDistinct: Bool { if case .choice = form { false } else { true } }

  private static func forms(_ contract: Contract, _ shape: Shape, like example: JSONValue, count: Int) -> [Form] {
    switch contract.resolved(shape.type).unwrapped {
    case .scalar(.string): return example.stringValue.map { texts(like: $0, count: count) } ?? []
    case .scalar(.int32), .scalar(.int64):
      let least = shape.constraints.minimum?.value.int64.flatMap { Int(exactly: $0) } ?? 0
      return [.integer(more: 0)] + (abs(least) < 1_000_000 ? [.integer(more: least)] : [])
    case .scalar(.float), .scalar(.double): return [.fraction, .integer(more: 0)]
    case .scalar(.decimal): return [.decimal]
    case .scalar(.date): return count < 10 ? [.day(time: "")] : []
    case .scalar(.dateTime): return count < 10 ? [.day(time: "T12:00:00Z")] : []
    case .scalar(.bool): return [.choice([true, false])]
    case .named(let id):
      guard case .enumeration(let enumeration) = contract.core[id].kind, !enumeration.cases.isEmpty else { return [] }
      return [.choice(enumeration.cases.map(\.value))]
    case .scalar, .list, .map, .optional: return []
    }
  }

  private static func texts(like example: String, count: Int) -> [Form] {
    let digits = String(count).count
    let shorter = String(example.dropLast(digits))
    var forms: [Form] = [.text(before: example, after: ""), .text(before: shorter, after: "")]
    if let at = example.lastIndex(of: "@") {
      forms.insert(.text(before: String(example[..<at]), after: String(example[at...])), at: 0)
    }
    guard count < 10 else { return forms }
    return forms + [
      .letter(before: String(example.dropLast()), first: "a"), .letter(before: String(example.dropLast()), first: "A"),
    ]
  }

  /// ``ContractCheck`` knows one day and one time.
  private static func isCertain(_ form: Form, _ shape: Shape) -> Bool {
    if case .day = form { shape.constraints.isEmpty } else { false }
  }

  private static func value(_ number: Int, _ form: Form) -> JSONValue {
    switch form {
    case .text(let before, let after): .string("\(before)\(number)\(after)")
    case .letter(let before, let first):
      .string(before + (Unicode.Scalar(first.value + UInt32(number) - 1).map { String($0) } ?? ""))
    case .integer(let more): .number(JSONNumber(number + more))
    case .decimal: .string("\(number)")
    case .fraction: JSONNumber(literal: "\(number).5").map { .number($0) } ?? .null
    case .day(let time): .string("2026-01-0\(number)\(time)")
    case .choice(let values): values[(number - 1) % values.count]
    }
  }
}
