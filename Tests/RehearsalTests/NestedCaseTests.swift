import SpecIR
import SpecWriting
import Testing

@testable import SpecRehearsal

/// Faults further inside a body, and the places at which they are reported.
struct NestedCaseTests {
  private let text = Shape(.scalar(.string))

  private func contract(_ address: Structure, and more: [Model] = []) -> Contract {
    var core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    core.models = [Model(name: "Address", kind: .structure(address))] + more
    return Contract(core)
  }

  private func cases(_ contract: Contract, _ type: TypeRef, _ value: JSONValue) -> [String] {
    NestedCases(contract: contract).cases(in: value, Shape(type), at: "/a").map {
      "\(JSONWriter.write($0.value, indent: nil)) \($0.violations.joined(separator: "+"))"
    }
  }

  private var address: Structure {
    var short = text
    short.constraints.maxLength = 2
    return Structure(fields: [
      Field(name: "city", shape: short, presence: .required), Field(name: "zip", shape: text, presence: .optional),
    ])
  }

  @Test func `each field has one fault, and may be missing where it is required`() {
    #expect(
      cases(contract(address), .named(ModelID(0)), ["city": "a", "zip": "b"]) == [
        #"{"city":"\u0000","zip":"b"} /a/city pattern"#, #"{"zip":"b"} /a/city required"#,
        #"{"city":"a","zip":"\u0000"} /a/zip pattern"#,
      ])
  }

  @Test func `a list is looked into at its first item`() {
    let found = cases(contract(address), .list(Shape(.named(ModelID(0)))), [["city": "a"], ["city": "b"]])
    #expect(found == [#"[{"city":"\u0000"},{"city":"b"}] /a/0/city pattern"#, #"[{},{"city":"b"}] /a/0/city required"#])
  }

  @Test func `nothing is said of an alternative of a union`() {
    let union = Model(
      name: "Place", kind: .union(Union(variants: [.init(name: "Address", shape: Shape(.named(ModelID(0))))], matching: .first)))
    #expect(cases(contract(address, and: [union]), .named(ModelID(0)), ["city": "a"]) == [])
  }

  @Test func `nothing is looked for in a value of another kind`() {
    #expect(cases(contract(address), .named(ModelID(0)), "text") == [])
    #expect(cases(contract(address), .scalar(.json), ["city": "a"]) == [])
  }
}
