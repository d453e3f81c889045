import SpecIR
import SpecNaming

/// What can go wrong between a request and the rows, in the database's words.
enum ErrorCondition: Hashable {
  /// The key finds no row.
  case notFound(TableID)
  /// Another row has the same values in the columns.
  case taken(TableID, [String])
  /// The columns refer to a row that does not exist.
  case unknownReference(TableID, [String], to: TableID)
  /// Other rows refer to the row.
  case inUse(TableID)
  /// By index in ``Table/checks``.
  case checkFailed(TableID, Int)
  case required(TableID, String)
  /// Longer than the column.
  case tooLong(TableID, String)
  /// Outside the column's range.
  case outOfRange(TableID, String)
  /// With more digits before the point than the column has.
  case tooLarge(TableID, String)
  /// The body and the path give different values for one column.
  case mismatch(TableID, String)
}

/// An error that operations share: the same condition, status and pointer.
struct ErrorKey: Hashable {
  let condition: ErrorCondition
  let status: Int
  let pointer: String?
}

extension BindingSession {
  /// Returns the error of a condition for an operation, with the status that the operation declares for such failures.
  mutating func error(_ condition: ErrorCondition, pointer: String? = nil, for operation: OperationID) -> ErrorID {
    let status = condition.status(declaredBy: core[operation])
    let key = ErrorKey(condition: condition, status: status, pointer: pointer)
    if let id = errorIDs[key] { return id }
    let wording = ErrorWording(condition, in: database)
    // One condition has one code for programs, whatever the status.
    let twin = twins[condition].map { core[$0] }
    let name = freeName(wording, status: status, hasTwin: twin != nil)
    core.errors.append(
      ServiceError(
        name: name.pascal, status: status, code: twin?.code ?? name.snake, message: wording.message, pointer: pointer))
    let id = ErrorID(core.errors.count - 1)
    errorIDs[key] = id
    if twin == nil { twins[condition] = id }
    errorNames.insert(name.pascal)
    core.provenance.add(wording.origin, to: .error(id))
    return id
  }

  /// A name that no other error has: the short one, then with the table's name, then with the status, then numbered.
  ///
  /// - Parameter hasTwin: whether an error of the same condition has another status or pointer.
  private func freeName(_ wording: ErrorWording, status: Int, hasTwin: Bool) -> Words {
    let marked = wording.name + Words(words: ["as", String(status)])
    for name in hasTwin ? [marked] : [wording.name, wording.longName] where !errorNames.contains(name.pascal) { return name }
    var number = 2
    while true {
      let name = wording.longName + Words(words: [String(number)])
      if !errorNames.contains(name.pascal) { return name }
      number += 1
    }
  }
}

extension ErrorCondition {
  /// Returns the first fitting status that the operation declares, else the usual one.
  func status(declaredBy operation: Operation) -> Int {
    statuses.first { operation.declares($0) } ?? statuses[0]
  }

  /// The statuses that fit, the usual one first.
  private var statuses: [Int] {
    switch self {
    case .notFound: [404]
    // What is stored decides, and not the request alone: the same one may succeed later (RFC 9110 §15.5.10).
    case .taken, .inUse, .unknownReference: [409, 422, 400]
    case .checkFailed, .required, .tooLong, .outOfRange, .tooLarge, .mismatch: [422, 400]
    }
  }
}
