import PackagePlugin

/// Turns the files of `templates/` into one Swift file of string literals, so that the binary travels alone.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let templates = target.sourceFiles.map(\.url).filter { $0.pathExtension == "mustache" }.sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(templates.count) templates",
        executable: try context.tool(named: "embed-templates").url,
        arguments: [target.directoryURL.path, output.path] + templates.map(\.path),
        inputFiles: templates, outputFiles: [output])
    ]
  }
}
