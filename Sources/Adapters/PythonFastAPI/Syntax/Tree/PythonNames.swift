package import SpecNaming

/// Identifiers of Python made of the names of an input.
package enum PythonNames {
  /// The keywords of Python 3.
  ///
  /// Source: the Python reference, "Keywords".
  static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
    "raise", "return", "try", "while", "with", "yield",
  ]

  /// Words with a meaning in some places only. They are identifiers, but code that uses them as such is hard to read.
  static let softKeywords: Set<String> = ["_", "case", "match", "type"]

  /// Built-in functions and types: a parameter or a variable of the same name would hide them.
  ///
  /// Source: the Python library reference, "Built-in Functions", and the built-in exceptions that generated code raises.
  static let builtins: Set<String> = [
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr",
    "classmethod", "compile", "complex", "copyright", "credits", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec",
    "exit", "filter", "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input",
    "int", "isinstance", "issubclass", "iter", "len", "license", "list", "locals", "map", "max", "memoryview", "min", "next",
    "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr", "reversed", "round", "set", "setattr",
    "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip", "NotImplemented", "Ellipsis",
    "BaseException", "Exception", "ArithmeticError", "AttributeError", "ConnectionError", "KeyError", "IndexError", "LookupError",
    "NotImplementedError", "OSError", "OverflowError", "PermissionError", "RecursionError", "RuntimeError", "StopIteration",
    "TimeoutError", "TypeError", "UnicodeError", "ValueError", "Warning", "ZeroDivisionError",
  ]

  /// Names that some fonts do not tell from numbers (PEP 8, ruff's `E741`).
  static let ambiguous: Set<String> = ["l", "I", "O"]

  /// What no identifier of a value may be: `word_` stands for it, as PEP 8 says.
  package static let reserved = ReservedWords(
    keywords.union(softKeywords).union(builtins).union(ambiguous).union(["self", "cls"]))

  /// What no attribute may be. Built-in names are free here: `self.id` hides nothing.
  package static let reservedAttributes = ReservedWords(keywords.union(ambiguous).union(["_"]))

  /// Names of classes that would hide what generated code names.
  package static let reservedTypes = ReservedWords(keywords.union(builtins).union(ambiguous)) { $0 + "Model" }

  /// How many characters of the words of a name are kept: there are contracts whose names are whole sentences.
  static let longest = 72

  /// `created_at`: a variable, a parameter, a function or a module.
  package static func value(_ name: String, fallback: String = "value") -> String {
    reserved.escape(Words(name).limited(to: longest).identifier(.snake, fallback: fallback))
  }

  /// `created_at`: an attribute of a class, a member behind a dot.
  package static func attribute(_ name: String, fallback: String = "value") -> String {
    reservedAttributes.escape(Words(name).limited(to: longest).identifier(.snake, fallback: fallback))
  }

  /// `UserList`: a class or a type alias.
  package static func type(_ name: String, fallback: String = "Value") -> String {
    reservedTypes.escape(Words(name).limited(to: longest).identifier(.pascal, fallback: fallback.lowercased()))
  }

  /// What stands before the number of a class whose name ends with a digit: it has no underscore (PEP 8, ruff's `N801`).
  package static let numberMark = "No"

  /// `MAX_LENGTH`
  package static func constant(_ name: String, fallback: String = "value") -> String {
    Words(name).limited(to: longest).identifier(.screaming, fallback: fallback)
  }
}
