import CLibYAML
import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecRepository
import SpecSource
import SpecWriting

/// `specforge-bench DOCUMENT [MIGRATIONS]`: times of each stage from a document to files and to a commit, with peak memory.
///
/// One document for each process, so that the peak is its own.
@main
struct Benchmark {
  static func main() {
    do { try run() } catch {
      FileHandle.standardError.write(Data("specforge-bench: \(error)\n".utf8))
      exit(64)
    }
  }

  private static func run() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first else { throw Refusal("usage: specforge-bench DOCUMENT [MIGRATIONS]") }
    let document = URL(filePath: path).resolvingSymlinksInPath()
    let root = document.deletingLastPathComponent().path
    guard let files = ProjectFiles(root: root) else { throw Refusal("there is no folder \(root)") }
    guard let data = try? Data(contentsOf: document) else { throw Refusal("\(path) cannot be read") }
    let bytes = [UInt8](data)
    print("\(document.lastPathComponent), \(bytes.count / 1024) KiB")

    measure("libyaml: scan tokens, nothing else") { LibYAML.scan(bytes) }
    let contract = ConfiguredPath(document.lastPathComponent)
    let inputs = Configuration.Inputs(openAPI: contract, migrations: arguments.dropFirst().first.map { ConfiguredPath($0) })
    measure("read: YAML or JSON to the spec model") {
      var pipeline = Pipeline(files: files)
      return pipeline.document(contract) != nil
    }
    var pipeline = Pipeline(files: files)
    let core = measure("read, lower, bind, plan, verify") { () -> CoreModel? in
      pipeline = Pipeline(files: files)
      return pipeline.core(inputs)
    }
    guard let core, !pipeline.diagnostics.hasErrors else { throw Refusal("\(path) has errors: see `specforge check`") }
    let target = TargetConfiguration(
      name: "bench", adapter: .builtIn(AdapterID("rust-axum")), path: nil, database: .sqlite, package: "bench")
    let generated = try measure("adapter: Axum files in memory") { try pipeline.generate(core, for: target) }
    let all = Pipeline.adapters.flatMap { adapter in
      SQLDialect.allCases.map { database in
        TargetConfiguration(
          name: "\(adapter.id)-\(database.rawValue)", adapter: .builtIn(adapter.id), path: nil, database: database, package: "bench")
      }
    }
    for (how, width) in [("one after the other", 1), ("at the same time", ProcessInfo.processInfo.activeProcessorCount)] {
      measure("\(all.count) targets, \(how)") { pipeline.generate(core, for: all, width: width).count }
    }
    let size = generated.reduce(0) { $0 + $1.text.utf8.count }
    try commit(generated)
    print("  \(core.operations.count) operations, \(generated.count) files, \(size / 1024) KiB; peak \(Int(peakMemory())) MiB\n")
  }

  /// A first commit into a fresh repository, which is the dearest one.
  private static func commit(_ files: [GeneratedFile]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-bench-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Git.makeRepository(folder)
    guard let target = TargetName("bench") else { throw Refusal("no branch can be called bench") }
    let output = try TargetOutput(target: target, folder: nil, files: files)
    let story = CommitStory(summary: "bench", generatorVersion: "0", inputs: [])
    try measure("repository: both branches, synced", runs: 1) {
      let repository = try GitRepository.discover(from: folder)
      _ = try repository.publish(output, story: story, by: Signature(name: "B", email: "b@example.org", seconds: 1))
    }
  }
}

/// Why nothing was measured.
struct Refusal: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The measure that reading is held against.
enum LibYAML {
  /// Returns the number of tokens.
  static func scan(_ bytes: [UInt8]) -> Int {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return 0 }
    defer { yaml_parser_delete(&parser) }
    var count = 0
    bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      while true {
        var token = yaml_token_t()
        guard yaml_parser_scan(&parser, &token) == 1 else { return }
        let isEnd = token.type == YAML_STREAM_END_TOKEN
        yaml_token_delete(&token)
        count += 1
        if isEnd { return }
      }
    }
    return count
  }
}

/// What the tool itself never does: it makes a repository.
enum Git {
  static func makeRepository(_ folder: String) throws {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "init", "-q", folder]
    try git.run()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { throw Refusal("git init failed") }
  }
}
