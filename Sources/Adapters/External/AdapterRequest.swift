import CoreModelReader
package import SpecAdapters
package import SpecDiagnostics
package import SpecDocuments
package import SpecIR
package import SpecWriting

/// What an adapter is asked: to write the files of one target.
package struct AdapterRequest: Sendable {
  /// The project's name.
  package let project: String
  package let options: TargetOptions
  /// What the configuration says for this adapter alone; an object.
  package let settings: JSONValue
  package let core: CoreModel

  package init(project: String, options: TargetOptions, settings: JSONValue = .object([]), core: CoreModel) {
    self.project = project
    self.options = options
    self.settings = settings
    self.core = core
  }

  package var json: JSONValue {
    [
      "protocol": .number(JSONNumber(AdapterProtocol.version)),
      "project": .string(project),
      "target": [
        "name": .string(options.target),
        "package": .string(options.package),
        "database": .string(options.database.rawValue),
        "options": settings,
      ],
      "core": CoreModelJSON.write(core),
    ]
  }

  /// Reads a request as a program does; nothing where it is none, and why is among the findings.
  package static func read(_ root: Node, into diagnostics: inout Diagnostics) -> AdapterRequest? {
    func refuse(_ message: String, at node: Node?) -> AdapterRequest? {
      diagnostics.report(.adapterProtocol, message, at: (node ?? root).range)
      return nil
    }
    guard let version = root["protocol"]?.int else { return refuse("the request names no version of its protocol", at: nil) }
    guard version == AdapterProtocol.version else {
      return refuse("version \(version) of the protocol; this program speaks \(AdapterProtocol.version)", at: root["protocol"])
    }
    let target = root["target"]
    guard let project = root["project"]?.string, let name = target?["name"]?.string, let package = target?["package"]?.string,
      let database = target?["database"]?.string.flatMap({ SQLDialect(rawValue: $0) }), let core = root["core"]
    else { return refuse("the request lacks its project, its target or its model", at: target) }
    guard let model = CoreReader.read(core, into: &diagnostics) else { return nil }
    guard model.plans.count == model.operations.count else {
      return refuse("the operations of the model have no plans", at: core)
    }
    return AdapterRequest(
      project: project, options: TargetOptions(target: name, package: package, database: database),
      settings: target?["options"]?.json() ?? .object([]), core: model)
  }
}
