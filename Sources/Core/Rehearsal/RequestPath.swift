package import SpecIR
package import SpecWriting

/// A path with values in place of its parameters.
package struct RequestPath {
  /// A part of the path.
  package enum Piece: Hashable {
    /// Percent-encoded already.
    case text(String)
    /// A member of the answer to an earlier request.
    case member(step: Int, name: String)
  }

  /// No text follows another one.
  package private(set) var pieces: [Piece] = []

  /// - Parameters:
  ///   - value: the value of the parameter of a name; a letter stands for one that has none.
  ///   - raw: a text that stands for one of the parameters just as it is.
  package init(
    _ path: PathTemplate, raw: (parameter: String, text: String)? = nil, value: (String) -> Fixtures.Value?
  ) {
    for segment in path.segments {
      add("/")
      for piece in segment.pieces {
        switch piece {
        case .literal(let literal): add(PathTemplate.encoded(literal))
        case .parameter(raw?.parameter): add(raw?.text ?? "")
        case .parameter(let name):
          switch value(name) {
          case .plain(let json)?: add(Self.encoded(Self.text(of: json)))
          case .member(let step, let name)?: pieces.append(.member(step: step, name: name))
          case nil: add("x")
          }
        }
      }
    }
  }

  /// The path, where all of it is known before the first request.
  package var text: String? {
    switch pieces.count == 1 ? pieces[0] : nil {
    case .text(let text)?: text
    case .member?, nil: nil
    }
  }

  /// The members of earlier answers that stand in the path, in its order.
  package var members: [(step: Int, name: String)] {
    pieces.compactMap { piece in
      switch piece {
      case .text: nil
      case .member(let step, let name): (step, name)
      }
    }
  }

  private mutating func add(_ text: String) {
    if case .text(let before)? = pieces.last {
      pieces[pieces.count - 1] = .text(before + text)
    } else {
      pieces.append(.text(text))
    }
  }

  /// `?` and the parameters, percent-encoded; nothing where there are none.
  package static func query(_ parameters: [(name: String, value: JSONValue)]) -> String {
    parameters.isEmpty ? "" : "?" + parameters.map { encoded($0.name) + "=" + encoded(text(of: $0.value)) }.joined(separator: "&")
  }

  static func text(of value: JSONValue) -> String { value.stringValue ?? JSONWriter.write(value, indent: nil) }

  /// Percent-encodes all but the unreserved characters (RFC 3986 §2.3).
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }
}
