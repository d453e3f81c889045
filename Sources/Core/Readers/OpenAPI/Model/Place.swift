package import SpecDocuments

extension OpenAPI {
  /// Where in its file a value is written, kept as a chain of steps so that a pointer is only spelled when somebody asks.
  package final class Place: Sendable {
    private enum Step: Sendable {
      case key(Node)
      case token(String)
      case index(Int)
    }

    private let parent: Place?
    private let step: Step?
    /// The name of the file without folder and ending, for its root.
    private let fileName: String?

    private init(_ parent: Place?, _ step: Step?, fileName: String? = nil) {
      self.parent = parent
      self.step = step
      self.fileName = fileName
    }

    /// The root of a file.
    static func root(ofFile path: String) -> Place {
      let name = path.split(separator: "/").last ?? ""
      return Place(nil, nil, fileName: String(name.prefix { $0 != "." }))
    }

    func appending(_ pointer: JSONPointer) -> Place {
      pointer.tokens.reduce(self) { Place($0, .token($1)) }
    }

    func appending(_ key: Node) -> Place { Place(self, .key(key)) }
    func appending(_ token: String) -> Place { Place(self, .token(token)) }
    func appending(_ index: Int) -> Place { Place(self, .index(index)) }

    /// The pointer from the root of the file.
    package var pointer: JSONPointer {
      var tokens: [String] = []
      var place: Place? = self
      while let current = place {
        if let token = current.token { tokens.append(token) }
        place = current.parent
      }
      return JSONPointer(tokens.reversed())
    }

    /// The last step as a token of a pointer; nothing for the root.
    package var token: String? {
      switch step {
      case .key(let node): node.text ?? ""
      case .token(let token): token
      case .index(let index): String(index)
      case nil: nil
      }
    }

    /// The name under which people know the value: of an entry of `components/<section>`, `$defs` or `definitions`, or of the
    /// file of which it is the whole; nothing elsewhere.
    package var componentName: String? {
      guard let token, let section = parent?.token else { return fileName.flatMap { $0.isEmpty ? nil : $0 } }
      if section == "$defs" || section == "definitions" { return token }
      guard let components = parent?.parent, components.token == "components", components.parent?.isRoot == true else {
        return nil
      }
      return token
    }

    /// Whether the value is a whole file.
    package var isRoot: Bool { step == nil }
  }
}
