/// What SpecForge and an adapter that is a program say to each other; `docs/external-adapters.md` tells it by example.
///
/// A request is one JSON value on the program's standard input, a response one on its standard output. Nothing here runs
/// anything: requests and responses are values, made and read by pure functions.
package enum AdapterProtocol {
  /// Raised whenever a program written for the old form would misread a request, or SpecForge its response. A request may
  /// have more members within one version; a response may not.
  package static let version = 1
}
