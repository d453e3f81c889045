import Foundation
import SpecPipeline
import SpecRepository
import SpecWriting

/// Writes targets as plain files, without git: one target into the folder itself, several each into its own path below it, the
/// workspace beside them.
struct PlainOutput {
  let folder: String
  let session: Session

  func write(_ targets: [GeneratedTarget]) throws -> [TargetReport] {
    try targets.map { target in
      session.terminal.progress("writing \(target.name)")
      let path = targets.count > 1 ? target.folder.map { "\(folder)/\($0)" } ?? folder : folder
      let files: FileSet
      do throws(InvalidFiles) { files = try FileSet(target.files) } catch { throw session.refuse(error, of: target) }
      do throws(PlainFilesError) {
        let report = try PlainFiles.write(files, to: path)
        return TargetReport(
          target: target.name,
          result: .files(folder: path, written: report.written.count, unchanged: report.unchanged.count))
      } catch {
        switch error {
        case .invalid(let invalid): throw session.refuse(invalid, of: target)
        case .system: throw session.failure(error.description, .usage)
        }
      }
    }
  }
}
