import SpecRepository
import SpecWriting

extension TargetReport {
  /// The report as a member of a result; `docs/command-line.md` describes it.
  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("name", .string(target))]
    switch result {
    case .files(let folder, let written, let unchanged):
      members += [
        .init("result", "files"), .init("folder", .string(folder)), .init("written", .number(JSONNumber(written))),
        .init("unchanged", .number(JSONNumber(unchanged))),
      ]
    case .unchanged(let generated):
      members += [.init("result", "unchanged"), .init("generated", .string(generated))]
    case .committed(let publication, let branch, let isAncestorLost):
      members += [
        .init("result", "committed"), .init("branch", .string(branch)),
        .init("generated", .string(publication.generated.description)),
        .init("review", publication.review.map { .string($0.description) } ?? .null),
        .init("changes", Self.json(publication.changes)),
        .init(
          "conflicts",
          .array(publication.conflicts.map { ["path": .string($0.path), "kind": .string($0.kind.rawValue)] })),
        .init("keptDeleted", .strings(publication.keptDeleted)), .init("ancestorLost", .bool(isAncestorLost)),
      ]
    case .compared(let status):
      members += [
        .init("result", status.isUpToDate ? "up-to-date" : "out-of-date"),
        .init("generated", status.generated.map { .string($0.description) } ?? .null),
        .init("reviewed", .bool(status.isReviewed)), .init("onBase", .bool(status.isOnBase)),
        .init("changes", Self.json(status.changes)),
      ]
    case .notGenerated: members.append(.init("result", "not-generated"))
    case .failed(let error): members += [.init("result", "failed"), .init("error", .string(error.description))]
    }
    members.append(.init("unresolved", .strings(unresolved)))
    return .object(members)
  }

  private static func json(_ changes: OutputChanges) -> JSONValue {
    ["added": .strings(changes.added), "modified": .strings(changes.modified), "deleted": .strings(changes.deleted)]
  }
}

extension JSONValue {
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
