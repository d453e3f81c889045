import Foundation
import SpecWriting
import Testing

@testable import SpecRepository

@Suite struct PlainFilesTests {
  private func set(_ files: [String: String], executable: Set<String> = []) throws -> FileSet {
    try FileSet(
      files.map { GeneratedFile(path: RelativePath($0)!, text: $1, isExecutable: executable.contains($0)) })
  }

  private func text(_ box: Sandbox, _ path: String) throws -> String { String(decoding: try box.bytes(path), as: UTF8.self) }

  private func occupied(_ paths: String...) -> PlainFilesError {
    .invalid(InvalidFiles(problems: paths.map { .occupied(path: $0) }))
  }

  @Test func `files arrive with their folders and modes, also below folders that do not exist yet`() throws {
    let box = try Sandbox()
    let report = try PlainFiles.write(set(["a/b/c": "c\n", "run.sh": "#!\n"], executable: ["run.sh"]), to: box.path("out/here"))
    #expect(report == PlainFiles.Report(written: ["a/b/c", "run.sh"], unchanged: []))
    #expect(try text(box, "out/here/a/b/c") == "c\n")
    #expect(FileManager.default.isExecutableFile(atPath: box.path("out/here/run.sh")))
    #expect(!FileManager.default.isExecutableFile(atPath: box.path("out/here/a/b/c")))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: box.path("out/here")).sorted() == ["a", "a/b", "a/b/c", "run.sh"])
  }

  @Test func `only what changed is written`() throws {
    let box = try Sandbox()
    _ = try PlainFiles.write(set(["a": "1", "b": "1", "c": "1", "d": "1"]), to: box.root)
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    for name in ["a", "b", "c", "d"] {
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: box.path(name))
    }
    let report = try PlainFiles.write(set(["a": "1", "b": "2", "c": "1", "d": "12"], executable: ["c"]), to: box.root)
    #expect(report == PlainFiles.Report(written: ["b", "c", "d"], unchanged: ["a"]))
    #expect(try FileManager.default.attributesOfItem(atPath: box.path("a"))[.modificationDate] as? Date == old)
    #expect(try text(box, "b") == "2")
  }

  @Test func `other files of the folder stay`() throws {
    let box = try Sandbox()
    try box.write("src/mine.rs", "mine")
    _ = try PlainFiles.write(set(["src/a.rs": "a"]), to: box.root)
    #expect(try text(box, "src/mine.rs") == "mine")
  }

  @Test func `no link is followed or replaced, and then nothing at all is written`() throws {
    let box = try Sandbox()
    try box.write("outside/secret", "secret")
    try box.write("out/keep", "keep")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: box.path("out/folder"), withDestinationPath: box.path("outside"))
    try manager.createSymbolicLink(atPath: box.path("out/file"), withDestinationPath: box.path("outside/secret"))
    try manager.createSymbolicLink(atPath: box.path("out/dangling"), withDestinationPath: box.path("outside/new"))
    #expect(throws: occupied("dangling", "file", "folder/secret")) {
      try PlainFiles.write(set(["a": "a", "dangling": "x", "file": "x", "folder/secret": "x"]), to: box.path("out"))
    }
    #expect(try text(box, "outside/secret") == "secret")
    #expect(try manager.subpathsOfDirectory(atPath: box.path("outside")) == ["secret"])
    #expect(!manager.fileExists(atPath: box.path("out/a")))
  }

  @Test func `what is no file is not replaced, and a pipe is not waited for`() throws {
    let box = try Sandbox()
    try box.write("folder/x", "x")
    try box.write("file", "x")
    #expect(mkfifo(box.path("pipe"), 0o600) == 0)
    #expect(throws: occupied("file/x", "folder", "pipe", "pipe2/x")) {
      #expect(mkfifo(box.path("pipe2"), 0o600) == 0)
      return try PlainFiles.write(set(["folder": "a", "file/x": "a", "pipe": "", "pipe2/x": ""]), to: box.root)
    }
  }

  @Test func `the folder itself may be a link, as the user named it`() throws {
    let box = try Sandbox()
    try box.write("real/x", "x")
    try FileManager.default.createSymbolicLink(atPath: box.path("link"), withDestinationPath: box.path("real"))
    _ = try PlainFiles.write(set(["a": "a"]), to: box.path("link"))
    #expect(try text(box, "real/a") == "a")
  }

  @Test func `a file where the folder should be is told with the system's reason`() throws {
    let box = try Sandbox()
    try box.write("file", "x")
    #expect(throws: PlainFilesError.system(path: box.path("file"), reason: "Not a directory")) {
      try PlainFiles.write(set(["a": "a"]), to: box.path("file"))
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel"), "no folder here refuses new ones even to root"))
  func `a folder that cannot be made is told with the reason for that, and not that it does not exist`() throws {
    #expect { try PlainFiles.write(set(["a": "a"]), to: "/sys/specforge/out") } throws: { error in
      guard case .system("/sys/specforge/out", let reason)? = error as? PlainFilesError else { return false }
      return reason != "No such file or directory"
    }
  }

  @Test func `nothing to write makes no folder`() throws {
    let box = try Sandbox()
    #expect(try PlainFiles.write(set([:]), to: box.path("out")) == PlainFiles.Report())
    #expect(!FileManager.default.fileExists(atPath: box.path("out")))
  }
}
