// swift-tools-version: 6.1
import PackageDescription

// One SwiftPM target per room of Core, so that the compiler checks which room may know which.
// Imports run one way: cli → Repository, adapters → Core. `docs/architecture.md` draws it.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the source tree: a library target whose files live at `path`.
func room(
  _ name: String, _ path: String, sources: [String]? = nil, exclude: [String] = [], on dependencies: [Target.Dependency] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, sources: sources, swiftSettings: strict,
    plugins: plugins)
}

/// The tests of one room.
func tests(of name: String, on dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", exclude: excluding, swiftSettings: strict)
}

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "specforge",
  products: [
    .executable(name: "specforge", targets: ["specforge"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", path: "Sources/CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibGit2", path: "Sources/CLibGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),

    // Core
    room("SpecSource", "Sources/Core/Source"),
    room("SpecDiagnostics", "Sources/Core/Diagnostics", on: ["SpecSource"]),
    room("SpecNaming", "Sources/Core/Naming"),
    room("SpecWriting", "Sources/Core/Writing", on: []),
    room(
      "SpecDocuments", "Sources/Core/Readers", sources: ["Document", "YAML", "JSON"], exclude: ["CoreModel", "OpenAPI", "SQL"],
      on: ["CLibYAML", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    room("OpenAPIReader", "Sources/Core/Readers/OpenAPI", on: ["SpecDocuments", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    room("SQLReader", "Sources/Core/Readers/SQL", on: ["SpecSource", "SpecDiagnostics", "SpecIR", "SpecWriting"]),
    room(
      "SpecIR", "Sources/Core", sources: ["Model", "Behaviour"],
      exclude: ["Diagnostics", "Lowering", "Naming", "Readers", "Rehearsal", "Source", "Writing"], on: ["SpecSource", "SpecDiagnostics", "SpecWriting"]),
    room(
      "CoreModelReader", "Sources/Core/Readers/CoreModel",
      on: ["SpecDocuments", "SpecSource", "SpecDiagnostics", "SpecIR", "SpecWriting"]),
    room(
      "SpecLowering", "Sources/Core/Lowering",
      on: [
        "SpecSource", "SpecDiagnostics", "SpecDocuments", "SpecNaming", "SpecWriting", "OpenAPIReader", "SQLReader", "SpecIR",
      ]),

    room("SpecRehearsal", "Sources/Core/Rehearsal", on: ["SpecIR", "SpecNaming", "SpecWriting"]),

    // Adapters
    room(
      "SpecAdapters", "Sources/Adapters/Shared",
      on: [
        "SpecIR", "SpecDiagnostics", "SpecNaming", "SpecWriting", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    room(
      "RustAxumAdapter", "Sources/Adapters/RustAxum",
      on: ["SpecAdapters", "SpecIR", "SpecDiagnostics", "SpecNaming", "SpecRehearsal", "SpecWriting"]),
    room(
      "PythonFastAPIAdapter", "Sources/Adapters/PythonFastAPI",
      on: ["SpecAdapters", "SpecIR", "SpecDiagnostics", "SpecNaming", "SpecRehearsal", "SpecWriting"]),
    room("SpecWorkspace", "Sources/Adapters/Workspace", on: ["SpecAdapters", "SpecDiagnostics", "SpecWriting"]),

    room(
      "ExternalAdapter", "Sources/Adapters/External",
      on: ["SpecAdapters", "CoreModelReader", "SpecDocuments", "SpecIR", "SpecSource", "SpecDiagnostics", "SpecWriting"]),

    // Templates: a target of their own, so that an added or deleted template is noticed
    .target(name: "SpecTemplates", path: "templates", plugins: [.plugin(name: "EmbedTemplates")]),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
    .executableTarget(name: "embed-templates", path: "Sources/EmbedTemplatesTool"),

    // Repository
    room(
      "SpecRepository", "Sources/Repository",
      on: ["CLibGit2", "SpecWriting", .product(name: "Crypto", package: "swift-crypto")]),

    // From files to files: configuration, inputs, the stages in order, findings for people and programs
    room(
      "SpecPipeline", "Sources/Pipeline",
      on: [
        "SpecAdapters", "SpecDiagnostics", "SpecDocuments", "SpecIR", "SpecLowering", "SpecSource", "SpecTemplates",
        "SpecWorkspace", "SpecWriting", "ExternalAdapter", "OpenAPIReader", "PythonFastAPIAdapter", "RustAxumAdapter",
        "SQLReader", subprocess,
      ]),

    // Command line
    .executableTarget(
      name: "specforge",
      dependencies: [
        "ExternalAdapter", "OpenAPIReader", "SpecAdapters", "SpecDiagnostics", "SpecIR", "SpecPipeline", "SpecRehearsal",
        "SpecRepository", "SpecSource", "SpecWorkspace", "SpecWriting", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/cli", swiftSettings: strict),

    // Where the time goes: `make bench`
    .executableTarget(
      name: "specforge-bench",
      dependencies: [
        "CLibYAML", "SpecAdapters", "SpecDiagnostics", "SpecIR", "SpecPipeline", "SpecRepository", "SpecSource", "SpecWriting",
      ],
      path: "Sources/Benchmark", swiftSettings: strict),

    tests(of: "Source", on: ["SpecSource", "SpecDiagnostics"]),
    tests(of: "Document", on: ["SpecDocuments", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    tests(of: "OpenAPI", on: ["OpenAPIReader", "SpecDocuments", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    tests(of: "SQL", on: ["SQLReader", "SpecIR", "SpecSource", "SpecDiagnostics", subprocess], excluding: ["Folders"]),
    tests(of: "Naming", on: ["SpecNaming"]),
    tests(of: "Writing", on: ["SpecWriting"]),
    tests(of: "Model", on: ["SpecIR", "SpecWriting", "SpecSource", "SpecDiagnostics"]),
    tests(
      of: "CoreModelReader",
      on: ["CoreModelReader", "SpecPipeline", "SpecIR", "SpecDocuments", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    tests(of: "Lowering", on: ["SpecLowering", "SQLReader", "OpenAPIReader", "SpecWriting", "SpecIR", "SpecDocuments", "SpecSource", "SpecDiagnostics"]),
    tests(of: "Rehearsal", on: ["SpecRehearsal", "SpecIR", "SpecPipeline", "SpecWriting"]),
    tests(of: "Adapters", on: ["SpecAdapters", "SpecTemplates"]),
    tests(
      of: "RustAxum",
      on: ["RustAxumAdapter", "SpecAdapters", "SpecIR", "SpecWriting", "SpecNaming", "SpecTemplates", subprocess]),
    tests(
      of: "PythonFastAPI",
      on: [
        "PythonFastAPIAdapter", "SpecAdapters", "SpecDiagnostics", "SpecIR", "SpecNaming", "SpecPipeline", "SpecSource",
        "SpecTemplates", "SpecWriting", subprocess,
      ], excluding: ["Expected"]),
    tests(
      of: "ExternalAdapter",
      on: [
        "ExternalAdapter", "SpecAdapters", "SpecDiagnostics", "SpecDocuments", "SpecIR", "SpecPipeline", "SpecSource",
        "SpecTemplates", "SpecWriting", subprocess,
      ]),
    tests(of: "Workspace", on: ["SpecWorkspace", "SpecAdapters", "SpecDiagnostics", "SpecTemplates", "SpecWriting"]),
    tests(of: "Repository", on: ["SpecRepository", "SpecWriting", subprocess]),
    tests(of: "Pipeline", on: ["SpecPipeline", "SpecAdapters", "SpecDiagnostics", "SpecIR", "SpecSource", "SpecWriting"]),
    tests(of: "EndToEnd", on: [subprocess], excluding: ["Cases", "Parity"]),
  ],
  swiftLanguageModes: [.v6]
)
