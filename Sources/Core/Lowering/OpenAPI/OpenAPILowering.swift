package import OpenAPIReader
package import SpecDiagnostics
package import SpecIR

/// Turns an OpenAPI document into a CoreModel: models, operations, security and error envelopes.
///
/// Every operation is unbound afterwards; binding and ``PlanBuilder`` come next. Whatever the document says, the result is whole:
/// a thing that cannot be carried over is reported at its place and left out.
package enum OpenAPILowering {
  package static func lower(_ document: OpenAPIDocument, into diagnostics: inout Diagnostics) -> CoreModel {
    var lowerer = OpenAPILowerer(document, diagnostics: diagnostics)
    lowerer.run()
    diagnostics = lowerer.diagnostics
    return lowerer.core
  }
}
