import Foundation
import SpecIR
import SpecPipeline
import SpecRepository
import SpecWriting

/// Publishes targets on their branches, and compares them with what is there.
struct BranchOutput {
  private let base: BaseChoice
  private let repositoryPath: String
  private let session: Session

  init(_ options: GitOptions, configuration: Configuration, session: Session) {
    base = (options.base ?? configuration.base).map { .branch($0) } ?? .head
    repositoryPath = options.repository ?? session.files.root
    self.session = session
  }

  /// Commits each target. One that cannot be committed, as where its branch is checked out, is told and takes nothing from the
  /// others; what ails the repository as a whole ends the run.
  func publish(_ targets: [GeneratedTarget], core: CoreModel) throws -> [TargetReport] {
    // All outputs are checked before the first branch moves.
    let prefix = try self.prefix()
    let outputs = try targets.map { try output(of: $0, prefix: prefix) }
    let date = try self.date()
    var reports: [TargetReport] = []
    do throws(GitError) {
      let repository = try GitRepository.discover(from: repositoryPath)
      let author = try Signature.current(identity: repository.identity(), date: date)
      let publisher = TargetPublisher(title: core.service.title, inputs: session.inputDigests, base: base, author: author)
      for (target, output) in zip(targets, outputs) {
        session.terminal.progress("committing \(target.name)")
        do throws(GitError) {
          reports.append(try publisher.publish(output, of: target, in: repository))
        } catch {
          guard error.isOfOneTarget else { throw error }
          reports.append(TargetReport(target: target.name, result: .failed(error)))
        }
      }
      return reports
    } catch {
      throw failure(error)
    }
  }

  /// Tells how each target's branches stand to it, without writing anything.
  func compare(_ targets: [GeneratedTarget]) throws -> [TargetReport] {
    let prefix = try self.prefix()
    let outputs = try targets.map { try output(of: $0, prefix: prefix) }
    do throws(GitError) {
      let repository = try GitRepository.discover(from: repositoryPath)
      var reports: [TargetReport] = []
      for (target, output) in zip(targets, outputs) {
        let status = try repository.status(of: output, base: base)
        let unresolved = try repository.unresolvedConflicts(of: output.target, base: base)
        reports.append(TargetReport(target: target.name, result: .compared(status), unresolved: unresolved))
      }
      return reports
    } catch {
      throw failure(error)
    }
  }

  /// Where the project lies below the repository's root; nothing at the root, and for a repository elsewhere.
  private func prefix() throws -> RelativePath? {
    do throws(GitError) {
      let repository = try GitRepository.discover(from: repositoryPath)
      let root = URL(filePath: repository.root).resolvingSymlinksInPath().path
      guard session.files.root.hasPrefix("\(root)/") else { return nil }
      return RelativePath(String(session.files.root.dropFirst(root.count + 1)))
    } catch {
      throw failure(error)
    }
  }

  private func output(of target: GeneratedTarget, prefix: RelativePath?) throws -> TargetOutput {
    guard let name = TargetName(target.name) else {
      throw session.failure("`\(target.name)` cannot name a branch", .usage)
    }
    let folder = target.folder.map { path in prefix.map { path.under($0) } ?? path } ?? prefix
    do { return try TargetOutput(target: name, folder: folder, files: target.files) } catch {
      throw session.refuse(error, of: target)
    }
  }

  private func date() throws -> CommitDate {
    do throws(UnknownDate) { return try CommitDate.current() } catch { throw session.failure(error.description, .usage) }
  }

  private func failure(_ error: GitError) -> Failure { session.failure(error.description, error.outcome) }
}
