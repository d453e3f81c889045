internal import SpecIR
internal import SpecNaming

/// The names by which contracts call the parts of a failure.
///
/// Read off public contracts: names are compared by their letters and digits alone, without case.
enum EnvelopeWords {
  enum Part { case pointer, parameter, code, message }

  static func plain(_ name: String) -> String { Words(name).words.joined() }

  /// Returns what a field tells.
  /// - Parameter names: the plain names of all fields of the structure, because some words mean more beside others.
  static func role(
    of name: String, _ kind: EnvelopeFieldKind, among names: Set<String>, isProblem: Bool
  ) -> ErrorEnvelope.Role? {
    let word = plain(name)
    switch kind {
    case .text: return kind.isFreeText ? text(word, among: names, isProblem: isProblem) : nil
    case .listedTexts: return codes.contains(word) || word == "type" || word == "error" ? .code : nil
    case .integer: return statuses.contains(word) && kind.isFreeInteger ? .status : nil
    case .listedIntegers: return statuses.contains(word) ? .status : nil
    case .time: return times.contains(word) ? .timestamp : nil
    case .texts: return lists.contains(word) || messages.contains(word) ? .messages : nil
    case .open: return word == "details" || word == "errors" ? .details : nil
    case .flag, .listedFlags, .structure, .structures, .list, .other: return nil
    }
  }

  private static func text(_ word: String, among names: Set<String>, isProblem: Bool) -> ErrorEnvelope.Role? {
    switch word {
    case "title": return .title
    // Beside a code or a status, `error` is the name of the status; beside a message alone it is the code (RFC 6749 §5.2).
    case "error":
      let hasMessage = !names.subtracting(["error"]).isDisjoint(with: messages)
      if !names.isDisjoint(with: codes.union(statuses)) { return hasMessage ? .title : .message }
      return hasMessage ? .code : .message
    case "type": return isProblem || names.isSuperset(of: ["title", "status"]) ? .type : .code
    case "instance", "path": return .instance
    case _ where messages.contains(word): return .message
    case _ where codes.contains(word): return .code
    case _ where identifiers.contains(word): return .requestID
    case _ where times.contains(word): return .timestamp
    default: return nil
    }
  }

  static func isObject(_ name: String) -> Bool { ["error", "errors", "problem", "fault", "data"].contains(plain(name)) }

  static func isList(_ name: String) -> Bool { lists.contains(plain(name)) }

  static func isLink(_ name: String) -> Bool { links.contains(plain(name)) }

  /// The value of a member that says whether all went well.
  static func flag(_ name: String) -> Bool? {
    switch plain(name) {
    case "success", "ok", "succeeded", "issuccess", "successful": false
    case "error", "iserror", "failed", "haserror": true
    default: nil
    }
  }

  /// Returns which part of a violation a field tells.
  static func part(_ name: String) -> Part? {
    switch plain(name) {
    case "pointer", "path", "field", "fieldname", "property", "propertyname", "name", "location", "source", "attribute", "key":
      .pointer
    case "parameter", "param", "parametername": .parameter
    case "code", "errorcode", "rule", "type", "issue", "kind": .code
    case "message", "detail", "description", "reason", "msg", "error", "errormessage", "text", "title": .message
    default: nil
    }
  }

  private static let messages: Set<String> = [
    "message", "msg", "detail", "description", "errordescription", "errormessage", "errormsg", "reason", "usermessage",
    "developermessage", "text", "errortext", "details", "info",
  ]
  private static let codes: Set<String> = ["code", "errorcode", "errortype", "errorname", "reasoncode", "errorkey", "name"]
  private static let statuses: Set<String> = [
    "status", "statuscode", "httpstatus", "httpstatuscode", "httpcode", "code", "errorcode",
  ]
  private static let times: Set<String> = ["timestamp", "time", "datetime", "date"]
  private static let identifiers: Set<String> = [
    "requestid", "traceid", "correlationid", "xrequestid", "debugid", "logid", "trackingid",
  ]
  private static let links: Set<String> = [
    "documentationurl", "documentation", "docurl", "docsurl", "docs", "helpurl", "help", "link", "href", "infolink",
    "informationlink", "moreinfo", "uri", "url",
  ]
  private static let lists: Set<String> = [
    "errors", "violations", "details", "detail", "fielderrors", "validationerrors", "invalidparams", "issues", "invalidfields",
    "errordetails", "messages", "fields", "problems",
  ]
}
