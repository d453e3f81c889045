import Testing

/// Real tools on real inputs, one after the other: cargo and the servers would only take each other's time.
@Suite("End to end", .serialized)
struct EndToEnd {}
