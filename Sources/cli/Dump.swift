import ArgumentParser
import OpenAPIReader
import SpecIR
import SpecPipeline
import SpecRehearsal
import SpecWriting

/// Prints what a stage knows.
struct Dump: ToldCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what one stage made of the inputs, as JSON.",
    discussion: """
      The stage spec is what the OpenAPI document says (docs/dump-spec.md); core is what the backend is: models, operations, \
      queries and behaviour (docs/dump-core.md); requests is what every stack is asked about it, to hear whether all answer the same \
      (docs/parity.md).

      EXAMPLES
        specforge dump --stage core
        specforge dump --stage spec --input openapi.yaml
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var inputs: InputOptions

  @Option(help: "Which stage: spec, core or requests.")
  var stage = Stage.core

  enum Stage: String, ExpressibleByArgument, CaseIterable { case spec, core, requests }

  func work() throws {
    var session = try Session(common, inputs: inputs)
    let configuration = try session.configuration()
    let value: JSONValue
    switch stage {
    case .spec:
      guard let document = configuration.inputs.openAPI.flatMap({ session.pipeline.document($0) }) else {
        throw session.failed()
      }
      value = document.dump(sources: session.pipeline.sources)
    case .requests: value = ConversationJSON.write(Conversations(try session.core(configuration.inputs)).all())
    case .core: value = CoreModelJSON.write(try session.core(configuration.inputs))
    }
    session.terminal.clearProgress()
    // The dump itself is the result in either format, so findings have no other place.
    session.noteFindings()
    try session.terminal.result(JSONWriter.write(value) + "\n")
  }
}
