import SpecIR
import SpecRehearsal

/// Spells conversions of values.
struct ConversionSpelling {
  let target: PythonTarget

  init(_ target: PythonTarget) { self.target = target }

  /// - Parameters:
  ///   - type: of the value before the conversion.
  ///   - absence: how the value says behind it that it is absent.
  func convert(
    _ value: PythonExpr, by conversion: Conversion, _ type: ValueType, to absence: Absence? = nil
  ) -> PythonExpr {
    switch conversion {
    // A number is a number, and a case of an enumeration is a text.
    case .int32ToInt64, .floatToDouble, .enumerationToText: return value
    case .int64ToInt32: return helper(.narrowed, "narrowed", value)
    case .doubleToFloat: return helper(.single, "single", value)
    case .int64ToDouble, .decimalToDouble: return .call("float", [.positional(value)])
    case .doubleToDecimal: return helper(.decimals, "decimal", value)
    case .boolToInt64: return .call("int", [.positional(value)])
    case .int64ToBool: return value.compare(.notEqual, .integer(0))
    case .textToEnumeration(let id): return .call(target.symbol(of: id), [.positional(value)])
    case .textToScalar(let scalar): return scalarOf(value, scalar)
    case .scalarToText(let scalar): return textOf(value, scalar)
    case .toJSON(let type): return json(value, type)
    case .fromJSON(let type): return model(value, type)
    case .optional(let inner): return optional(value, inner, type, absence)
    case .each(let inner):
      // A list of cases is none of texts (mypy: invariance), though each case is one.
      if case .enumerationToText = inner { return .call("list", [.positional(value)]) }
      let item = convert("item", by: inner, type)
      return item.isPath ? value : .comprehension(.list, item, for: "item", in: value)
    }
  }

  /// The same where null stands for what is absent as well.
  ///
  /// - Parameter absence: how the value says before the conversion that it is absent.
  func convertOrNull(
    _ value: PythonExpr, by conversion: Conversion, _ type: ValueType, _ absence: Absence
  ) -> PythonExpr {
    let converted = convert(value, by: conversion.withoutOptionals, type)
    if absence == .null {
      return converted.isPath ? value : .conditional(.none, if: value.compare(.is, .none), else: converted)
    }
    let isAbsent = Absence.absent.isAbsent(value, target)
    let isNothing = converted.isPath ? isAbsent : PythonExpr.any([isAbsent, value.compare(.is, .none)])
    return .conditional(.none, if: isNothing, else: converted)
  }

  private func helper(_ module: DatabaseModule, _ name: String, _ value: PythonExpr) -> PythonExpr {
    .call(target.database(module, name), [.positional(value)])
  }

  /// What is no value stays as it is; but what null stood for before is told by `ABSENT` where null is a value of JSON now.
  private func optional(
    _ value: PythonExpr, _ conversion: Conversion, _ type: ValueType, _ absence: Absence?
  ) -> PythonExpr {
    // One test finds both what is absent and what is null.
    let converted = convert(value, by: conversion.withoutOptionals, type)
    let isNone = value.compare(.is, .none)
    if absence == .absent, Absence(type, target) == .null {
      return .conditional(Absence.absent.sentinel(target), if: isNone, else: converted)
    }
    // What needs no conversion needs no test either.
    if converted.isPath { return value }
    guard Absence(type, target) == .absent else { return .conditional(.none, if: isNone, else: converted) }
    return .conditional(value, if: .any([Absence.absent.isAbsent(value, target), isNone]), else: converted)
  }

  // MARK: Text

  private func scalarOf(_ text: PythonExpr, _ scalar: Scalar) -> PythonExpr {
    switch scalar {
    case .uuid: .call(.uuid, [.positional(text)])
    case .dateTime: helper(.instants, "read_instant", text)
    case .date: PythonExpr.name(.date).call("fromisoformat", [.positional(text)])
    case .decimal: .call(.decimal, [.positional(text)])
    case .bytes, .file: .call(.std("base64", "b64decode"), [.positional(text)])
    case .int32, .int64: .call("int", [.positional(text)])
    case .float, .double: .call("float", [.positional(text)])
    case .bool: text.compare(.equal, .string("true"))
    case .string, .uri, .duration, .time, .json: text
    }
  }

  private func textOf(_ value: PythonExpr, _ scalar: Scalar) -> PythonExpr {
    switch scalar {
    case .dateTime: helper(.instants, "write_instant", value)
    case .date: value.call("isoformat")
    case .decimal: .call("format", [.positional(value), .positional(.string("f"))])
    case .bytes, .file: PythonExpr.call(.std("base64", "b64encode"), [.positional(value)]).call("decode")
    case .uuid, .int32, .int64, .float, .double: .call("str", [.positional(value)])
    case .bool: .conditional(.string("true"), if: value, else: .string("false"))
    case .string, .uri, .duration, .time, .json: value
    }
  }

  // MARK: JSON

  private static let json: [PythonArgument] = [.keyword("mode", .string("json")), .keyword("by_alias", .bool(true))]

  private func json(_ value: PythonExpr, _ type: TypeRef) -> PythonExpr {
    if target.isPlainJSON(type) { return value }
    if structure(type) != nil { return value.call("model_dump", Self.json) }
    return adapter(type).call("dump_python", [.positional(value)] + Self.json)
  }

  private func model(_ value: PythonExpr, _ type: TypeRef) -> PythonExpr {
    if let id = structure(type) { return PythonExpr.name(target.symbol(of: id)).call("model_validate", [.positional(value)]) }
    return adapter(type).call("validate_python", [.positional(value)])
  }

  private func structure(_ type: TypeRef) -> ModelID? {
    guard case .named(let id) = target.contract.resolved(type).unwrapped, case .structure = target.core[id].kind else {
      return nil
    }
    return id
  }

  private func adapter(_ type: TypeRef) -> PythonExpr {
    .name(target.jsonShape(type))
  }
}

extension Conversion {
  /// What is done to a value that is there.
  fileprivate var withoutOptionals: Conversion { if case .optional(let inner) = self { inner.withoutOptionals } else { self } }
}
