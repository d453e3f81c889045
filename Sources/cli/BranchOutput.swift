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

  /// Commits each target; where one fails, those before it are done.
  func publish(_ targets: [GeneratedTarget], core: CoreModel) throws -> [TargetReport] {
    // All outputs are checked before the first branch moves.
    let prefix = try self.prefix()
    let outputs = try targets.map { try output(of: $0, prefix: prefix) }
    let parts = CoreParts(core).all.map { LockedPart(LockedPart.Kind($0.kind), $0.name, text: $0.text) }
    let date = try self.date()
    var reports: [TargetReport] = []
    do throws(GitError) {
      let repository = try GitRepository.discover(from: repositoryPath)
      let author = try Signature.current(identity: repository.identity(), date: date)
      for (target, output) in zip(targets, outputs) {
        session.terminal.progress("committing \(target.configuration.name)")
        let story = CommitStory(
          of: parts, since: try repository.parts(of: output.target, base: base), title: core.service.title,
          generatorVersion: Version.current, inputs: session.inputDigests)
        let wasOnBase = try repository.isOnBase(output.target, base)
        let outcome = try repository.publish(output, story: story, base: base, by: author)
        let unresolved = try repository.unresolvedConflicts(of: output.target, base: base)
        reports.append(
          TargetReport(
            target.configuration, outcome, branch: output.target.reviewBranch, wasOnBase: wasOnBase, unresolved: unresolved))
      }
      return reports
    } catch {
      throw failure(error, after: reports)
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
        reports.append(TargetReport(target: target.configuration, result: .compared(status), unresolved: unresolved))
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
    guard let name = TargetName(target.configuration.name) else {
      throw session.failure("`\(target.configuration.name)` cannot name a branch", .usage)
    }
    let folder = target.configuration.path.map { path in prefix.map { path.under($0) } ?? path } ?? prefix
    do { return try TargetOutput(target: name, folder: folder, files: target.files) } catch { throw session.refuse(error) }
  }

  private func date() throws -> CommitDate {
    do throws(UnknownDate) { return try CommitDate.current() } catch { throw session.failure(error.description, .usage) }
  }

  /// - Parameter reports: the targets that were committed before.
  private func failure(_ error: GitError, after reports: [TargetReport] = []) -> Failure {
    let done = reports.map(\.target.name).joined(separator: ", ")
    let message = done.isEmpty ? error.description : "\(error) Before that, all was done for \(done)."
    return switch error {
    case .library: session.failure(message, .bug)
    case .repository, .notARepository, .untrustedOwner, .unsupported, .baseMissing, .baseIsGenerated, .checkedOut,
      .branchInTheWay, .locked, .moved, .invalidSignature:
      session.failure(message, .usage)
    }
  }
}

extension LockedPart.Kind {
  init(_ kind: CoreParts.Part.Kind) {
    self =
      switch kind {
      case .operation: .operation
      case .model: .model
      case .table: .table
      case .rule: .rule
      case .error: .error
      }
  }
}
