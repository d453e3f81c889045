package import SpecWriting

/// Conversations as JSON, for whatever program holds them: `docs/parity.md` says what each member means.
package enum ConversationJSON {
  /// Raised whenever a reader of the old form would misread the new one.
  package static let schema = 1

  package static func write(_ conversations: [Conversation]) -> JSONValue {
    ["schema": .number(JSONNumber(schema)), "conversations": .array(conversations.map(json))]
  }

  private static func json(_ conversation: Conversation) -> JSONValue {
    [
      "name": .string(conversation.name), "parallel": .number(JSONNumber(conversation.parallel)),
      "requests": .array(conversation.requests.map(json)),
    ]
  }

  private static func json(_ request: Conversation.Request) -> JSONValue {
    [
      "method": .string(request.method), "target": .array(request.target.map(json)),
      "headers": .array(request.headers.map { [.string($0.name), .string($0.value)] }),
      "body": request.body.map(json) ?? .null,
    ]
  }

  private static func json(_ piece: RequestPath.Piece) -> JSONValue {
    switch piece {
    case .text(let text): .string(text)
    case .member(let step, let name): ["request": .number(JSONNumber(step)), "member": .string(name)]
    }
  }

  private static func json(_ body: Conversation.Body) -> JSONValue {
    switch body {
    case .json(let value, let links):
      [
        "json": .string(JSONWriter.write(value, indent: nil)),
        "links": .array(
          links.map { link in
            ["into": .string(link.member), "value": json(link.value)]
          }),
      ]
    case .bytes(let chunks):
      ["chunks": .array(chunks.map { ["hex": .string(hex($0.bytes)), "times": .number(JSONNumber($0.count))] })]
    }
  }

  private static func json(_ value: Fixtures.Value) -> JSONValue {
    switch value {
    case .plain(let json): ["plain": json]
    case .member(let step, let name): json(RequestPath.Piece.member(step: step, name: name))
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
