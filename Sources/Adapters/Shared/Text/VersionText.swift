/// The version of a package, from however a contract writes its own.
package enum VersionText {
  /// Returns three numbers, which every registry takes (semver.org, PEP 440).
  package static func numbers(_ text: String) -> String {
    let numbers = text.split { !$0.isNumber || !$0.isASCII }.prefix(3).compactMap { UInt32($0) }.map(String.init)
    return (numbers + Array(repeating: "0", count: 3 - numbers.count)).joined(separator: ".")
  }
}
