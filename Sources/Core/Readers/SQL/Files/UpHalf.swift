/// The part of a file that leads forward, for tools that keep both halves in one file.
struct UpHalf {
  /// The bytes of the part.
  let range: Range<Int>
  /// Whether the file asks to run outside a transaction.
  let runsOutsideTransaction: Bool

  /// Finds the part by the marks of dbmate (`-- migrate:up`) and goose (`-- +goose Up`); without marks, all of the file.
  init(of bytes: [UInt8]) {
    var start: Int?
    var end: Int?
    var outside = false
    var line = 0
    while line < bytes.count {
      let next = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      switch Self.mark(bytes[line..<next]) {
      case .up(let noTransaction):
        if start == nil { start = next }
        outside = outside || noTransaction
      case .down: if end == nil { end = line }
      case .noTransaction: outside = true
      case nil: break
      }
      line = next
    }
    let first = start ?? 0
    // A down half that comes first ends where the up half begins.
    let last = end.map { $0 >= first ? $0 : bytes.count } ?? bytes.count
    range = first..<max(first, last)
    runsOutsideTransaction = outside
  }

  private enum Mark {
    case up(noTransaction: Bool)
    case down
    case noTransaction
  }

  private static func mark(_ line: ArraySlice<UInt8>) -> Mark? {
    guard line.count < 200 else { return nil }
    let words = String(decoding: line, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.first {
    case "--migrate:up": return .up(noTransaction: words.contains("transaction:false"))
    case "--migrate:down": return .down
    case "--": break
    default: return nil
    }
    switch words.dropFirst().prefix(3).joined(separator: " ") {
    case "migrate:up": return .up(noTransaction: false)
    case "migrate:up transaction:false": return .up(noTransaction: true)
    case "migrate:down", "migrate:down transaction:false", "+goose down": return .down
    case "+goose up": return .up(noTransaction: false)
    case "+goose no transaction", "no-transaction": return .noTransaction
    default: return nil
    }
  }
}
