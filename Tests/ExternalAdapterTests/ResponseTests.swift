import ExternalAdapter
import SpecDiagnostics
import SpecDocuments
import SpecIR
import SpecSource
import SpecWriting
import Testing

@Suite("What a program answers")
struct ResponseTests {
  @Test("files and findings are read")
  func sound() throws {
    let response = try ResponseReader.read(
      Array(
        #"""
        { "protocol": 1,
          "files": [
            { "path": "b/run.sh", "text": "#!/bin/sh\n", "executable": true },
            { "path": "a.png", "base64": "iVBORw==" }
          ],
          "diagnostics": [
            { "severity": "note", "code": "tag-missing", "message": "M", "hint": "H", "at": "/core/operations/0", "path": "a.png" }
          ] }
        """#.utf8))
    #expect(response.files.map(\.path.description) == ["b/run.sh", "a.png"])
    #expect(response.files.map(\.bytes) == [Array("#!/bin/sh\n".utf8), [0x89, 0x50, 0x4E, 0x47]])
    #expect(response.files.map(\.isExecutable) == [true, false])
    #expect(
      response.findings == [
        AdapterFinding(.note, code: "tag-missing", message: "M", hint: "H", at: JSONPointer("/core/operations/0"), path: "a.png")
      ])
    #expect(try ResponseReader.read(Array(JSONWriter.write(response.json).utf8)) == response)
  }

  @Test(
    "what is no response is told of, with the place in it",
    arguments: [
      ("", "adapter-output: what `p` wrote is no JSON: the file holds no document, at 1:1 of its output"),
      ("Hello\n{}", "adapter-output: what `p` wrote is no JSON: “Hello” is no JSON value, at 1:1 of its output"),
      (
        #"{"protocol": 1, "files": [],}"#,
        "adapter-output: what `p` wrote is no JSON: a comma before the end of an object, at 1:28"
      ),
      (
        #"{"protocol": 1, "files": []} x"#,
        "adapter-output: what `p` wrote is no JSON: the document has ended, and more follows, at 1:30"
      ),
      (#"{"protocol": 1, "files": []"#, "adapter-output: what `p` wrote is no JSON: the file ends inside of an object, at 1:28"),
      (String(repeating: "[", count: 300), "adapter-output: what `p` wrote is no JSON: more than 200 levels of nesting"),
      ("[]", "adapter-response: the response of `p` is wrong at `/`: an object is expected here"),
      ("{}", "adapter-protocol: `p` does not say which version of the protocol; this is version 1"),
      (#"{"protocol": 2, "answer": 42}"#, "adapter-protocol: `p` speaks version 2 of the protocol; this is version 1"),
      (#"{"protocol": 1}"#, "adapter-response: the response of `p` is wrong at `/`: the member `files` is missing"),
      (
        #"{"protocol": 1, "files": [], "file": []}"#,
        "adapter-response: the response of `p` is wrong at `/`: the member `file` is not known"
      ),
      (#"{"protocol": 1, "files": {}}"#, "adapter-response: the response of `p` is wrong at `/files`: a list is expected here"),
      (
        #"{"protocol": 1, "files": [7]}"#,
        "adapter-response: the response of `p` is wrong at `/files/0`: an object is expected here"
      ),
      (
        file(#""path": "a""#),
        "adapter-response: the response of `p` is wrong at `/files/0`: a file has either `text` or `base64`"
      ),
      (
        file(#""path": "a", "text": "", "base64": """#),
        "adapter-response: the response of `p` is wrong at `/files/0`: a file has either `text` or `base64`"
      ),
      (
        file(#""path": "a", "text": 1"#),
        "adapter-response: the response of `p` is wrong at `/files/0/text`: a text is expected here"
      ),
      (
        file(#""path": "a", "base64": "x""#),
        "adapter-response: the response of `p` is wrong at `/files/0/base64`: this is no base64 (RFC 4648 §4, with padding)"
      ),
      (
        file(#""path": "a", "text": "", "executable": 1"#),
        "adapter-response: the response of `p` is wrong at `/files/0/executable`: true or false is expected here"
      ),
      (
        file(#""path": "a", "text": "", "mode": 755"#),
        "adapter-response: the response of `p` is wrong at `/files/0`: the member `mode` is not known"
      ),
      (path("../a"), "output-invalid: `p` names a file `../a`, which is no path below the target's folder (`/files/0/path`)"),
      (path("/etc/passwd"), "output-invalid: `p` names a file `/etc/passwd`"),
      (path("a/../../b"), "output-invalid: `p` names a file"),
      (path(".git/config"), "output-invalid: `p` names a file"), (path("a/.GIT/x"), "output-invalid: `p` names a file"),
      (path(#"a\u0000b"#), "output-invalid: `p` names a file"), (path(#"a\\b"#), "output-invalid: `p` names a file"),
      (path("C:x"), "output-invalid: `p` names a file"), (path(""), "output-invalid: `p` names a file"),
      (path("a//b"), "output-invalid: "),
      (
        finding(#""severity": "fatal""#),
        "adapter-response: the response of `p` is wrong at `/diagnostics/0/severity`: `fatal` is none of"
      ),
      (
        finding(#""severity": "note", "code": "No""#),
        "adapter-response: the response of `p` is wrong at `/diagnostics/0/code`: a code is a"
      ),
      (
        finding(#""severity": "note", "code": "a", "at": "core""#),
        "adapter-response: the response of `p` is wrong at `/diagnostics/0/at`: this is no JSON pointer"
      ),
      (
        finding(#""severity": "note", "code": "a""#),
        "adapter-response: the response of `p` is wrong at `/diagnostics/0`: the member `message` is missing"
      ),
    ])
  func faults(_ output: String, expected: String) {
    do throws(ResponseFault) {
      let response = try ResponseReader.read(Array(output.utf8))
      Issue.record("it was read: \(response)")
    } catch {
      let diagnostic = error.diagnostic(of: "p", at: nil)
      let text = "\(diagnostic.code.rawValue): \(diagnostic.message)"
      #expect(text.hasPrefix(expected), "\(text)")
      #expect(diagnostic.hint != nil)
    }
  }

  private static func file(_ members: String) -> String { #"{"protocol": 1, "files": [{\#(members)}]}"# }
  private static func path(_ text: String) -> String { file(#""path": "\#(text)", "text": """#) }
  private static func finding(_ members: String) -> String { #"{"protocol": 1, "files": [], "diagnostics": [{\#(members)}]}"# }

  @Test("bytes that are no UTF-8 are no JSON")
  func badText() {
    #expect(throws: ResponseFault.self) { try ResponseReader.read([0x7B, 0xFF, 0x7D]) }
  }

  @Test("a finding is told where the node was written that it points at, else where the program is named")
  func places() {
    func range(_ start: UInt32) -> SourceRange { SourceRange(source: SourceID(index: 0), start: Int(start), end: Int(start) + 1) }
    var core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    core.provenance.add(Origin("e", at: range(10)), to: .model(ModelID(1)))
    core.provenance.add(Origin("e", at: range(11)), to: .field(ModelID(1), 2))
    core.provenance.add(Origin("e", at: range(12)), to: .operation(OperationID(0)))
    var table = Table(name: "t", place: SourcePlace(range(20)))
    table.columns = [Column(name: "c", type: .uuid, place: SourcePlace(range(21)))]
    let change = LocatedChange(.createTable(table), place: SourcePlace(range(31)))
    core.database = Database(
      dialect: .sqlite, tables: [table],
      migrations: [
        Migration(version: "1", ordinal: 1, name: "n", path: "p", text: "", changes: [change], place: SourcePlace(range(30)))
      ])
    let cases: [(String?, UInt32)] = [
      (nil, 99), ("", 99), ("/core", 99), ("/core/models/1", 10), ("/core/models/1/fields/2", 11),
      ("/core/models/1/fields/2/shape", 11),
      ("/core/models/1/fields/7", 10), ("/core/models/1/fields/x", 10), ("/core/models/7", 99), ("/core/models/-1", 99),
      ("/core/operations/0/parameters/0", 12), ("/core/operations/0/plan/steps", 12), ("/core/functions/0", 99),
      ("/core/database/tables/0", 20), ("/core/database/tables/0/columns/0", 21), ("/core/database/tables/0/columns/4/type", 20),
      ("/core/database/tables/0/primaryKey", 20), ("/core/database/tables/4", 99),
      ("/core/database/migrations/0/changes/0/change", 31),
      ("/core/database/migrations/0/changes/4", 30), ("/core/database/migrations/0", 30), ("/core/database/dialect", 99),
      ("/target/options/a", 99), ("/core/models/99999999999999999999", 99),
    ]
    for (pointer, start) in cases {
      let finding = AdapterFinding(.warning, code: "x", message: "M", at: pointer.flatMap { JSONPointer($0) })
      #expect(finding.diagnostic(in: core, or: range(99)).range?.start == start, "\(pointer ?? "nothing")")
    }
  }

  @Test("a code of SpecForge stays one; another word is told before the message")
  func codes() {
    let core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    func told(_ severity: Severity, _ code: String) -> String {
      let diagnostic = AdapterFinding(severity, code: code, message: "M", path: "a").diagnostic(in: core, or: nil)
      return "\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue) \(diagnostic.message)"
    }
    #expect(told(.error, "sql-untranslatable") == "error sql-untranslatable M (in `a`)")
    #expect(told(.note, "sql-untranslatable") == "note adapter-note sql-untranslatable: M (in `a`)")
    #expect(told(.error, "mine") == "error adapter-error mine: M (in `a`)")
    #expect(told(.warning, "mine") == "warning adapter-warning mine: M (in `a`)")
  }
}
