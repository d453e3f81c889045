/// The version of the tool, as commits and lock files name it.
enum Version {
  static let current = "0.1.0"
}
