/// A rule of behaviour that a model breaks: a bug of whoever made the model, and never of an input.
package struct BehaviourFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Such as `function create_user` or `query insert_user`.
  package let place: String
  /// What is wrong, in one sentence without a full stop.
  package let message: String

  package init(_ place: String, _ message: String) {
    self.place = place
    self.message = message
  }

  package var description: String { "\(place): \(message)" }
}
