internal import SpecIR
internal import SpecWriting

/// Says whether a JSON value fits a scalar with its constraints.
struct ScalarFit {
  let scalar: Scalar
  let constraints: Constraints

  func misfit(of value: JSONValue) -> String? {
    switch scalar {
    case .json: nil
    case .bool: if case .bool = value { nil } else { "it is neither true nor false" }
    case .int32: misfit(ofInteger: value, in: Int64(Int32.min)...Int64(Int32.max))
    case .int64: misfit(ofInteger: value, in: Int64.min...Int64.max)
    case .float, .double: misfit(ofNumber: value)
    case .decimal: misfit(ofDecimal: value)
    case .file: "a file has no default"
    case .string: misfit(ofText: value) { _ in true }
    case .uri: misfit(ofText: value, TextFormat.isURI)
    case .date: misfit(ofText: value, TextFormat.isDate)
    case .time: misfit(ofText: value, TextFormat.isTime)
    case .dateTime: misfit(ofText: value, TextFormat.isDateTime)
    case .duration: misfit(ofText: value, TextFormat.isDuration)
    case .uuid: misfit(ofText: value, TextFormat.isUUID)
    case .bytes: misfit(ofText: value, TextFormat.isBase64)
    }
  }

  private func misfit(ofInteger value: JSONValue, in range: ClosedRange<Int64>) -> String? {
    guard case .number(let number) = value, let integer = number.int64 else { return "it is no integer" }
    return range.contains(integer) ? misfit(ofBounds: Double(integer)) : "it is too large for the type"
  }

  private func misfit(ofNumber value: JSONValue) -> String? {
    guard case .number(let number) = value, let double = number.double else { return "it is no number" }
    return misfit(ofBounds: double)
  }

  /// A decimal is written as a number or as text.
  private func misfit(ofDecimal value: JSONValue) -> String? {
    guard case .string(let text) = value else { return misfit(ofNumber: value) }
    return JSONNumber(literal: text) == nil ? "it is no number" : nil
  }

  private func misfit(ofBounds value: Double) -> String? {
    if let minimum = constraints.minimum, let bound = minimum.value.double {
      if minimum.isExclusive ? value <= bound : value < bound { return "it is less than the minimum" }
    }
    if let maximum = constraints.maximum, let bound = maximum.value.double {
      if maximum.isExclusive ? value >= bound : value > bound { return "it is more than the maximum" }
    }
    return nil
  }

  private func misfit(ofText value: JSONValue, _ isWellFormed: (String) -> Bool) -> String? {
    guard case .string(let text) = value else { return "it is no text" }
    guard isWellFormed(text) else { return "it is no \(scalar.rawValue)" }
    let length = text.unicodeScalars.count
    if let least = constraints.minLength, length < least { return "it is shorter than \(least) characters" }
    if let most = constraints.maxLength, length > most { return "it is longer than \(most) characters" }
    return nil
  }
}
