package import SpecSource

/// A YAML or JSON document as a tree of located nodes; immutable once read.
///
/// Nodes live in an arena and their keys and scalars are ranges of the source bytes, so that a document of several megabytes
/// costs little until somebody asks for a string. A YAML alias shares the node of its anchor: the tree is then a directed acyclic
/// graph whose expanded size and depth are bounded by ``DocumentLimits``.
package final class Document: Sendable {
  package let source: SourceID
  let arena: NodeArena
  private let rootID: NodeID

  init(source: SourceID, arena: NodeArena, root: NodeID) {
    self.source = source
    self.arena = arena
    self.rootID = root
  }

  package var root: Node { Node(document: self, id: rootID) }

  /// The number of nodes that the source spells; an alias adds none.
  package var nodeCount: Int { arena.count }
}

/// A node of one document; ids are given in the order in which nodes begin in the source.
package struct NodeID: Hashable, Sendable, Comparable {
  let index: UInt32

  init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
  init(_ index: UInt32) { self.index = index }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}

/// What a node is, by the JSON grammar (RFC 8259) or the core schema of YAML 1.2.2 §10.3.
package enum NodeKind: UInt8, Hashable, Sendable, CaseIterable {
  case null, bool, integer, float, string, sequence, mapping

  package var isScalar: Bool {
    switch self {
    case .null, .bool, .integer, .float, .string: true
    case .sequence, .mapping: false
    }
  }

  /// The kind as a part of a sentence: “a mapping”, “an integer”.
  package var words: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer: "an integer"
    case .float: "a number"
    case .string: "a string"
    case .sequence: "a sequence"
    case .mapping: "a mapping"
    }
  }
}
