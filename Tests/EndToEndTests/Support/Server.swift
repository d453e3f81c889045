import Foundation
import Testing

/// A generated backend that runs.
struct Server {
  let folder: String
  let port: Int

  struct Answer {
    let status: Int
    /// Status line and headers, in lower case.
    let head: String
    let body: String

    /// The value of a header, by its name in lower case.
    func header(_ name: String) -> String? {
      head.split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
    }
  }

  /// Starts a program in a folder of its own and waits until it is ready.
  ///
  /// - Parameter settings: more variables of its environment, as a shell assigns them.
  static func start(
    _ program: String, database: String, settings: String = "", in folder: String, at location: SourceLocation = #_sourceLocation
  ) async throws -> Server {
    let port = try await freePort()
    try await Shell.succeed(
      """
      export DATABASE_URL='\(database)' PORT=\(port) HOST=127.0.0.1 LOG_LEVEL=info \(settings)
      rm -f server.rc
      ( '\(program)' > server.log 2>&1 < /dev/null & echo $! > server.pid; wait $!; echo $? > server.rc ) > /dev/null 2>&1 < /dev/null &
      for _ in $(seq 150); do
        if curl -fs -o ready.json http://127.0.0.1:\(port)/ready; then exit 0; fi
        if [ -s server.rc ]; then break; fi
        sleep 0.2
      done
      cat server.log; exit 1
      """, in: folder, at: location)
    return Server(folder: folder, port: port)
  }

  /// Sends a request; a body is JSON unless another type is named.
  func send(
    _ method: String, _ path: String, _ body: String? = nil, type: String = "application/json", headers: [String] = []
  ) async throws -> Answer {
    var script = "curl -sS -i -X \(method) 'http://127.0.0.1:\(port)\(path)' -H 'expect:'"
    if let body {
      try Data(body.utf8).write(to: URL(filePath: "\(folder)/body"))
      script += " -H 'content-type: \(type)' --data-binary @body"
    }
    for header in headers { script += " -H '\(header)'" }
    let text = try await Shell.succeed(script, in: folder).output
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts.first.map { $0.lowercased() } ?? ""
    let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return Answer(status: status, head: head, body: parts.count > 1 ? String(parts[1]) : "")
  }

  /// Sends a request, and expects a status and texts in the head or the body.
  @discardableResult
  func expect(
    _ status: Int, _ texts: String..., from method: String, _ path: String, _ body: String? = nil,
    type: String = "application/json", at location: SourceLocation = #_sourceLocation
  ) async throws -> Answer {
    let answer = try await send(method, path, body, type: type)
    #expect(answer.status == status, "\(method) \(path): \(answer.head)\n\(answer.body)", sourceLocation: location)
    for text in texts {
      #expect(
        answer.head.contains(text.lowercased()) || answer.body.contains(text),
        "\(method) \(path) lacks \(text): \(answer.head)\n\(answer.body)", sourceLocation: location)
    }
    return answer
  }

  /// Holds schemathesis against it: all checks, all phases, always the same cases.
  func agrees(with contract: String, examples: Int = 40, at location: SourceLocation = #_sourceLocation) async throws {
    try await Shell.succeed(
      """
      schemathesis run '\(contract)' --url http://127.0.0.1:\(port) --checks all --phases examples,coverage,fuzzing,stateful \
        -n \(examples) --seed 1 --generation-database none -w 1
      """, in: folder, frameworks: true, at: location)
  }

  /// Waits until it says that requests may be sent to it.
  func becomesReady(at location: SourceLocation = #_sourceLocation) async throws {
    try await Shell.succeed(
      "for _ in $(seq 100); do if curl -fs -o ready.json http://127.0.0.1:\(port)/ready; then exit 0; fi; sleep 0.2; done; exit 1",
      in: folder, at: location)
  }

  /// Asks it to stop, and expects that it does so in time and says that all is well.
  func stop(at location: SourceLocation = #_sourceLocation) async throws {
    let end = try await Shell.run(
      """
      kill -TERM "$(cat server.pid)"
      for _ in $(seq 150); do if [ -s server.rc ]; then exit "$(cat server.rc)"; fi; sleep 0.2; done
      kill -KILL "$(cat server.pid)"; exit 99
      """, in: folder)
    #expect(end.status == 0, "the server stops with \(end.status)", sourceLocation: location)
  }
}

/// A PostgreSQL for one test, started and stopped by `scripts/services.sh`.
func withPostgres<Result>(in folder: String, _ body: (String) async throws -> Result) async throws -> Result {
  let port = try await freePort()
  let url = try await Shell.succeed(#""$ROOT/scripts/services.sh" start services \#(port)"#, in: folder).output
  do {
    let result = try await body(url.trimmingCharacters(in: .whitespacesAndNewlines))
    try await Shell.succeed(#""$ROOT/scripts/services.sh" stop services"#, in: folder)
    return result
  } catch {
    _ = try await Shell.run(#""$ROOT/scripts/services.sh" stop services"#, in: folder)
    throw error
  }
}

/// A port where nobody listens, below those that systems give to clients (from 32768 on Linux): the many connections of other
/// tests do not take it between this question and its use.
func freePort() async throws -> Int {
  let found = try await Shell.succeed(
    """
    for port in $(seq $((20000 + $$ % 10000)) 32000); do
      if ! (exec 3<> /dev/tcp/127.0.0.1/$port) 2> /dev/null; then echo $port; exit; fi
    done
    exit 1
    """, in: "/")
  return try #require(Int(found.output.trimmingCharacters(in: .whitespacesAndNewlines)))
}
