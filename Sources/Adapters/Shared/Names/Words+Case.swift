package import SpecNaming

extension Words {
  /// The words of an enumeration's case; a sign before the name says what tells two sort orders or numbers apart.
  package init(ofCase name: String) {
    let sign: Words = name.hasPrefix("-") ? "minus" : name.hasPrefix("+") ? "plus" : ""
    self = sign + Words(name)
  }
}
