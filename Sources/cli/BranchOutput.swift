import Foundation
import SpecIR
import SpecPipeline
import SpecRepository
import SpecWriting

/// Publishes targets on their branches, and compares them with what is there.
struct BranchOutput {
  private let base: BaseChoice
  private let repositoryPath: String

  init(_ options: GitOptions, configuration: Configuration, session: Session) {
    base = (options.base ?? configuration.base).map { .branch($0) } ?? .head
    repositoryPath = options.repository ?? session.files.root
  }

  /// Commits each target, or none where the files of one cannot be committed as they are. A target that cannot be committed for
  /// another reason, as where its branch is checked out, is told and takes nothing from the others; what ails the repository as a
  /// whole ends the run.
  func publish(_ targets: [GeneratedTarget], core: CoreModel, in session: inout Session) throws -> [TargetReport] {
    // All outputs are checked before the first branch moves.
    let outputs = try outputs(of: targets, in: &session)
    try session.requireNoErrors()
    let date = try self.date(session)
    do throws(GitError) {
      let repository = try GitRepository.discover(from: repositoryPath)
      let author = try Signature.current(identity: repository.identity(), date: date)
      let publisher = TargetPublisher(title: core.service.title, inputs: session.inputDigests, base: base, author: author)
      var reports: [TargetReport] = []
      for (target, output) in outputs {
        session.terminal.progress("committing \(target.name)")
        reports.append(
          try report(on: target) { () throws(GitError) in try publisher.publish(output, of: target, in: repository) })
      }
      return reports
    } catch {
      throw session.failure(error)
    }
  }

  /// Tells how each target's branches stand to it, without writing anything. Targets whose files cannot be committed as they are
  /// are left out.
  func compare(_ targets: [GeneratedTarget], in session: inout Session) throws -> [TargetReport] {
    let outputs = try outputs(of: targets, in: &session)
    do throws(GitError) {
      let repository = try GitRepository.discover(from: repositoryPath)
      var reports: [TargetReport] = []
      for (target, output) in outputs {
        reports.append(
          try report(on: target) { () throws(GitError) in
            let status = try repository.status(of: output, base: base)
            let unresolved = try repository.unresolvedConflicts(of: output.target, base: base)
            return TargetReport(target: target.name, result: .compared(status), unresolved: unresolved)
          })
      }
      return reports
    } catch {
      throw session.failure(error)
    }
  }

  /// What became of one target, also where something failed that concerns no other.
  private func report(
    on target: GeneratedTarget, _ work: () throws(GitError) -> TargetReport
  ) throws(GitError) -> TargetReport {
    do throws(GitError) { return try work() } catch {
      guard error.isOfOneTarget else { throw error }
      return TargetReport(target: target.name, result: .failed(error))
    }
  }

  private func outputs(
    of targets: [GeneratedTarget], in session: inout Session
  ) throws -> [(target: GeneratedTarget, output: TargetOutput)] {
    let prefix = try self.prefix(session)
    for target in targets where TargetName(target.name) == nil {
      throw session.failure("`\(target.name)` cannot name a branch", .usage)
    }
    return session.outputs(of: targets) { target throws(InvalidFiles) in
      let folder = target.folder.map { path in prefix.map { path.under($0) } ?? path } ?? prefix
      return try TargetOutput(target: TargetName(target.name)!, folder: folder, files: target.files)
    }
  }

  /// Where the project lies below the repository's root; nothing at the root, and for a repository elsewhere.
  private func prefix(_ session: Session) throws -> RelativePath? {
    do throws(GitError) {
      let repository = try GitRepository.discover(from: repositoryPath)
      let root = URL(filePath: repository.root).resolvingSymlinksInPath().path
      guard session.files.root.hasPrefix("\(root)/") else { return nil }
      return RelativePath(String(session.files.root.dropFirst(root.count + 1)))
    } catch {
      throw session.failure(error)
    }
  }

  private func date(_ session: Session) throws -> CommitDate {
    do throws(UnknownDate) { return try CommitDate.current() } catch { throw session.failure(error.description, .usage) }
  }
}

extension Session {
  fileprivate func failure(_ error: GitError) -> Failure { failure(error.description, error.outcome) }
}
