import SpecAdapters
import SpecWriting

extension APIFiles {
  /// Returns `generated/api/mod.rs`: what the contract says, in one place.
  func moduleFile() -> RustFile {
    let exports = exports()
    let present = Set(files.map(\.path))
    let modules = exports.filter { present.contains("src/generated/api/\($0.file.rawValue).rs") }
    var items: [RustItem] = [.module(RustModule("decode", .public))]
    items += modules.map { .module(RustModule($0.file.rawValue, $0.file == .errors ? .public : .inherited)) }
    items += modules.filter { !$0.names.isEmpty }.map { export in
      .use(RustUse([export.file.rawValue], export.names.map { .name($0) }), .public)
    }
    return RustFile(documentation: "What the contract says: models, how they are read, and how errors are spelled.", items)
  }
}
