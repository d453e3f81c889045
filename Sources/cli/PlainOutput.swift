import Foundation
import SpecPipeline
import SpecRepository
import SpecWriting

/// Writes targets as plain files, without git: one target into the folder itself, several each into its own path below it, the
/// workspace beside them.
struct PlainOutput {
  let folder: String

  /// Writes all targets, or none where files of one cannot stand beside each other.
  func write(_ targets: [GeneratedTarget], in session: inout Session) throws -> [TargetReport] {
    let outputs = session.outputs(of: targets) { target throws(InvalidFiles) in try FileSet(target.files) }
    try session.requireNoErrors()
    return try outputs.map { target, files in
      session.terminal.progress("writing \(target.name)")
      let path = targets.count > 1 ? target.folder.map { "\(folder)/\($0)" } ?? folder : folder
      do throws(PlainFilesError) {
        let report = try PlainFiles.write(files, to: path)
        return TargetReport(
          target: target.name,
          result: .files(folder: path, written: report.written.count, unchanged: report.unchanged.count))
      } catch {
        switch error {
        case .invalid(let invalid):
          session.report(invalid, of: target)
          throw session.failed()
        case .system: throw session.failure(error.description, .usage)
        }
      }
    }
  }
}
