// swift-tools-version: 6.1
import PackageDescription

// One SwiftPM target per room of Core, so that the compiler checks which room may know which.
// Imports run one way: cli → Repository, adapters → Core. `docs/architecture.md` draws it.

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")]

/// A room of the source tree: a library target whose files live at `path`.
func room(
  _ name: String, _ path: String, sources: [String]? = nil, on dependencies: [Target.Dependency] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, sources: sources, swiftSettings: strict,
    plugins: plugins)
}

/// The tests of one room.
func tests(of name: String, on dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", swiftSettings: strict)
}

let package = Package(
  name: "specforge",
  products: [
    .executable(name: "specforge", targets: ["specforge"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
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
      "SpecDocuments", "Sources/Core/Readers", sources: ["Document", "YAML", "JSON"],
      on: ["CLibYAML", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    room("OpenAPIReader", "Sources/Core/Readers/OpenAPI", on: ["SpecDocuments", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    room("SQLReader", "Sources/Core/Readers/SQL", on: ["SpecSource", "SpecDiagnostics", "SpecIR", "SpecWriting"]),
    room(
      "SpecIR", "Sources/Core", sources: ["Model", "Behaviour"], on: ["SpecSource", "SpecDiagnostics", "SpecWriting"]),
    room(
      "SpecLowering", "Sources/Core/Lowering",
      on: [
        "SpecSource", "SpecDiagnostics", "SpecDocuments", "SpecNaming", "SpecWriting", "OpenAPIReader", "SQLReader", "SpecIR",
      ]),

    // Adapters
    room("SpecAdapters", "Sources/Adapters/Shared", on: ["SpecIR", "SpecDiagnostics", "SpecNaming", "SpecWriting"]),
    room(
      "RustAxumAdapter", "Sources/Adapters/RustAxum",
      on: ["SpecAdapters", "SpecIR", "SpecDiagnostics", "SpecNaming", "SpecWriting"]),

    // Repository
    room(
      "SpecRepository", "Sources/Repository",
      on: ["CLibGit2", "SpecWriting", .product(name: "Crypto", package: "swift-crypto")]),

    // Command line
    .executableTarget(
      name: "specforge",
      dependencies: [
        "SpecLowering", "RustAxumAdapter", "SpecRepository",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Sources/cli", swiftSettings: strict),

    tests(of: "Source", on: ["SpecSource", "SpecDiagnostics"]),
    tests(of: "Document", on: ["SpecDocuments", "SpecSource", "SpecDiagnostics", "SpecWriting"]),
    tests(of: "OpenAPI", on: ["OpenAPIReader", "SpecDocuments", "SpecSource", "SpecDiagnostics"]),
    tests(of: "SQL", on: ["SQLReader", "SpecIR", "SpecSource", "SpecDiagnostics"]),
    tests(of: "Writing", on: ["SpecWriting"]),
    tests(of: "Model", on: ["SpecIR", "SpecWriting", "SpecSource", "SpecDiagnostics"]),
    tests(of: "Lowering", on: ["SpecLowering", "SpecIR", "SpecDocuments", "SpecSource", "SpecDiagnostics"]),
    tests(of: "RustAxum", on: ["RustAxumAdapter", "SpecAdapters", "SpecIR", "SpecWriting", "SpecNaming", .product(name: "Subprocess", package: "swift-subprocess")]),
    tests(of: "Repository", on: ["SpecRepository", "SpecWriting", .product(name: "Subprocess", package: "swift-subprocess")]),
    tests(of: "EndToEnd", on: ["SpecWriting", .product(name: "Subprocess", package: "swift-subprocess")]),
  ],
  swiftLanguageModes: [.v6]
)
