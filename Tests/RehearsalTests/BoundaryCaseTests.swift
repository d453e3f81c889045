import SpecIR
import SpecWriting
import Testing

@testable import SpecRehearsal

/// Values at the edges of a contract, and what is reported of them.
struct BoundaryCaseTests {
  private func contract(_ models: [Model] = []) -> Contract {
    var core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    core.models = models
    return Contract(core)
  }

  private func shape(_ type: TypeRef, _ set: (inout Constraints) -> Void = { _ in }) -> Shape {
    var constraints = Constraints()
    set(&constraints)
    return Shape(type, constraints)
  }

  private func codes(_ shape: Shape, _ models: [Model] = []) -> [String] {
    BoundaryCases(contract(models)).cases(named: "f", shape).map {
      "\(JSONWriter.write($0.value, indent: nil)) \($0.codes.joined(separator: "+"))"
    }
  }

  @Test func `a text has two lengths and a type`() {
    let text = shape(.scalar(.string)) { ($0.minLength, $0.maxLength) = (2, 3) }
    #expect(
      codes(text) == [
        "null type", "1 type", #""\u0000" pattern"#, "\"a\" min_length", "\"aaaa\" max_length", "\"aa\" ", "\"aaa\" ",
      ])
  }

  @Test func `an exclusive bound is itself outside`() {
    let number = shape(.scalar(.int32)) { $0.minimum = Bound(JSONNumber(0), isExclusive: true) }
    #expect(codes(number) == ["null type", "\"x\" type", "-1 exclusive_minimum", "0 exclusive_minimum", "1 "])
  }

  @Test func `the last integer has no next one`() {
    let number = shape(.scalar(.int64)) { $0.maximum = Bound(JSONNumber(Int.max)) }
    #expect(codes(number) == ["null type", "\"x\" type", "\(Int.max - 1) ", "\(Int.max) "])
  }

  @Test func `null is a value where the contract allows it`() {
    #expect(codes(shape(.optional(.scalar(.bool)))) == ["\"x\" type", "null "])
  }

  @Test func `all values of an enum are inside`() {
    let role = Model(
      name: "Role", kind: .enumeration(Enumeration(base: .string, cases: [.init(name: "a", value: "a"), .init(name: "b", value: "b")])))
    #expect(codes(shape(.named(ModelID(0))), [role]) == ["null type", "1 type", "\"not listed\" enum", "\"a\" ", "\"b\" "])
  }

  @Test func `the checks of an alias come before those beside its name`() {
    let alias = Model(name: "Word", kind: .alias(shape(.scalar(.string)) { $0.minLength = 3 }))
    let field = shape(.named(ModelID(0))) { $0.minLength = 4 }
    #expect(codes(field, [alias]).contains("\"aa\" min_length+min_length"))
  }

  @Test func `nothing is said of a pattern that is not plain`() {
    let text = shape(.scalar(.string)) { $0.pattern = Pattern(source: "a|b", portable: "a|b") }
    #expect(codes(text) == ["null type", "1 type", #""\u0000" pattern"#])
  }

  @Test(arguments: [Scalar.date, .dateTime, .uuid, .bytes, .uri, .time, .duration, .decimal])
  func `made-up values are valid, and nonsense is not`(_ scalar: Scalar) throws {
    let check = ContractCheck(contract: contract())
    let value = try #require(ExampleValues(contract()).value(of: Shape(.scalar(scalar))))
    #expect(check.codes(of: value, Shape(.scalar(scalar))) == [])
    #expect(check.codes(of: .string(ExampleValues.nonsense), Shape(.scalar(scalar))) == ["format"])
  }

  @Test func `a decimal is held against its pattern as it is written`() {
    let text = #"^(0|[1-9][0-9]{0,9})(\.[0-9]{1,2})?$"#
    let amount = shape(.scalar(.decimal)) { $0.pattern = Pattern(source: text, portable: text) }
    let nonsense = ExampleValues.nonsense
    #expect(
      codes(amount) == [
        "null type", "true type", "\"\(nonsense)\" format", #""0.00001" pattern"#, #""12345678901234567890" pattern"#, #""1" "#,
      ])
    #expect(ExampleValues(contract()).value(of: amount) == "1")
  }

  @Test func `a model that needs itself has no example`() {
    let node = Model(
      name: "Node", kind: .structure(Structure(fields: [Field(name: "next", shape: Shape(.named(ModelID(0))), presence: .required)])))
    #expect(ExampleValues(contract([node])).value(of: Shape(.named(ModelID(0)))) == nil)
  }

  @Test func `a wide and deep model does not take for ever`() {
    let models = (0..<8).map { index in
      Model(
        name: "M\(index)",
        kind: .structure(
          Structure(
            fields: (0..<20).map {
              Field(
                name: "f\($0)", shape: index == 7 ? Shape(.scalar(.string)) : Shape(.named(ModelID(index + 1))), presence: .optional)
            })))
    }
    #expect(ExampleValues(contract(models)).value(of: Shape(.named(ModelID(0)))) != nil)
  }
}
