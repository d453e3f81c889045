/// A module: what it says about itself, and its statements.
///
/// Import lines are not part of it: printing collects them.
package struct PythonFile: Sendable {
  package var documentation: String?
  /// The module by which the rest of the package names what this file declares; those names need no import here.
  package var module: String?
  /// What the file imports although its statements do not name it, such as what a package shows.
  package var exports: [PythonSymbol] = []
  /// What functions of the file call their parameters and variables: no import takes one of these names.
  package var locals: [String] = []
  package var statements: [PythonStatement]

  package init(documentation: String? = nil, module: String? = nil, _ statements: [PythonStatement]) {
    self.documentation = documentation
    self.module = module
    self.statements = statements
  }

  package init(
    documentation: String? = nil, module: String? = nil, @PythonBuilder _ statements: () -> [PythonStatement]
  ) {
    self.init(documentation: documentation, module: module, statements())
  }
}
