/// An expression of Python 3.11.
///
/// An expression that stands where its operators would bind otherwise gets parentheses when it is put there; nobody writes
/// them by hand. Most expressions are made by the factories (`PythonExpr+Factories`).
package struct PythonExpr: Sendable {
  package indirect enum Kind: Sendable {
    case name(PythonSymbol)
    /// `None`, `True`, `False`, `...`
    case constant(String)
    /// A number without a sign.
    case number(String)
    case string(PythonString)
    /// `"Tree | None"`: a type that names what is declared later. What it names is imported all the same.
    case quoted(PythonExpr)
    /// `f"…"`. Made by `PythonExpr.format`, which knows what Python 3.11 takes there.
    case formatted([PythonFormatPart])
    case attribute(PythonExpr, String)
    case call(PythonExpr, [PythonArgument])
    case `subscript`(PythonExpr, [PythonExpr])
    /// `lower:upper:step`, in a subscript only.
    case slice(PythonExpr?, PythonExpr?, step: PythonExpr?)
    case tuple([PythonExpr])
    case list([PythonExpr])
    case set([PythonExpr])
    case dict([PythonEntry])
    case comprehension(PythonComprehension)
    case lambda(PythonParameters, PythonExpr)
    case unary(PythonUnary, PythonExpr)
    case binary(PythonExpr, PythonBinary, PythonExpr)
    case compare(PythonExpr, [PythonComparison])
    case boolean(PythonBoolean, [PythonExpr])
    case conditional(PythonExpr, if: PythonExpr, else: PythonExpr)
    case await(PythonExpr)
    case yield(PythonExpr?)
    case yieldFrom(PythonExpr)
    /// `name := value`
    case walrus(String, PythonExpr)
    /// `*value`
    case starred(PythonExpr)
    /// `value as name`, in a pattern only.
    case bound(PythonExpr, String)
    case parenthesized(PythonExpr)
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind.guarded }
}

/// What stands between the parentheses of a call or of a class.
package enum PythonArgument: Sendable {
  case positional(PythonExpr)
  case keyword(String, PythonExpr)
  case star(PythonExpr)
  case doubleStar(PythonExpr)
}

/// `key: value`, or `**value`.
package struct PythonEntry: Sendable {
  package let key: PythonExpr?
  package let value: PythonExpr

  package init(_ key: PythonExpr, _ value: PythonExpr) {
    self.key = key.above(.walrus)
    self.value = value.above(.walrus)
  }

  package init(unpacking value: PythonExpr) {
    key = nil
    self.value = value.atLeast(.bitOr)
  }
}

/// `element for target in values if condition …` in brackets of some kind.
package struct PythonComprehension: Sendable {
  package enum Kind: Sendable {
    case list, set, generator
    /// `{key: element for …}`
    case dict(key: PythonExpr)
  }

  package struct Clause: Sendable {
    package let target: PythonExpr
    package let values: PythonExpr
    package let conditions: [PythonExpr]
    package let isAsync: Bool

    package init(_ target: PythonExpr, in values: PythonExpr, if conditions: [PythonExpr] = [], isAsync: Bool = false) {
      self.target = target
      self.values = values.atLeast(.or)
      self.conditions = conditions.map { $0.atLeast(.or) }
      self.isAsync = isAsync
    }
  }

  package let kind: Kind
  package let element: PythonExpr
  package let clauses: [Clause]

  package init(_ kind: Kind, _ element: PythonExpr, _ clauses: [Clause]) {
    if case .dict(let key) = kind { self.kind = .dict(key: key.above(.walrus)) } else { self.kind = kind }
    self.element = element.above(.walrus)
    self.clauses = clauses
  }
}

package struct PythonComparison: Sendable {
  package let op: PythonComparator
  package let value: PythonExpr

  package init(_ op: PythonComparator, _ value: PythonExpr) {
    self.op = op
    self.value = value.atLeast(.bitOr).operand
  }
}
