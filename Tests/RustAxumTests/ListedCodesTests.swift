import SpecAdapters
import SpecIR
import Testing

@testable import RustAxumAdapter

/// The words of a contract that lists the codes of its errors.
struct ListedCodesTests {
  private func core(_ failures: [OperationPlan.Failure]) -> CoreModel {
    var core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    core.envelopes = [ErrorEnvelope(model: ModelID(0), fields: [], mediaType: "application/json")]
    core.errors = [ServiceError(name: "EmailTaken", status: 409, code: "email_taken", message: "The email is already taken.")]
    core.plans = [OperationPlan(steps: [.call], success: .init(status: 200, body: nil), failures: failures)]
    return core
  }

  private func failure(_ kind: OperationPlan.Failure.Kind, _ status: Int, _ word: String) -> OperationPlan.Failure {
    .init(kind: kind, status: status, code: word, message: "-", format: .envelope(EnvelopeID(0)))
  }

  private func spelled(_ core: CoreModel) -> String {
    let codes = ListedCodes(core, envelope: ModelID(0))
    let value = codes.expression("error", variant: { .string($0) }, otherwise: .string("first"))
    return RustFile(documentation: "-", [.function(RustFunction("code", returns: .ref(.str)) { value })]).printed().text
  }

  @Test func `each failure has the word that the plan chose, other codes that of their status, all else the server's`() {
    let text = spelled(
      core([
        failure(.invalidRequest, 422, "VALIDATION"), failure(.service(ErrorID(0)), 409, "CONFLICT"),
        failure(.internalError, 500, "INTERNAL"),
      ]))
    for arm in [
      "match (error.code, error.status.as_u16()) {", "(\"validation_failed\", _) => \"VALIDATION\",",
      "(\"email_taken\", _) => \"CONFLICT\",", "(_, 409) => \"CONFLICT\",", "_ => \"INTERNAL\",",
    ] {
      #expect(text.contains(arm), "\(text)")
    }
  }

  @Test func `one code with two words is told apart by its status`() {
    let text = spelled(core([failure(.invalidRequest, 422, "INVALID"), failure(.invalidRequest, 400, "BAD")]))
    for arm in [
      "match (error.code, error.status.as_u16()) {", "(\"validation_failed\", 422) => \"INVALID\",",
      "(\"validation_failed\", 400) => \"BAD\",", "_ => \"first\",",
    ] {
      #expect(text.contains(arm), "\(text)")
    }
  }

  @Test func `what is written as a problem has no word`() {
    let problem = OperationPlan.Failure(
      kind: .invalidRequest, status: 422, code: "validation_failed", message: "-", format: .problem)
    #expect(!spelled(core([problem])).contains("validation_failed"))
  }
}
