/// Which models hold themselves without a list or a map between: a value of such a type would have no end in languages that
/// keep values in place, so adapters for those put a reference there.
public struct DirectCycles: Sendable {
  private let component: [Int]
  private let holdsItself: [Bool]

  public init(_ models: [Model]) {
    let edges = models.map(\.directReferences)
    var finder = ComponentFinder(edges: edges)
    component = finder.components()
    holdsItself = edges.enumerated().map { node, targets in targets.contains(node) }
  }

  /// Whether a value of the first model can hold, in place, a value of the second that can hold one of the first.
  public func contains(_ holder: ModelID, _ held: ModelID) -> Bool {
    holder == held ? holdsItself[holder.index] : component[holder.index] == component[held.index]
  }
}

extension Model {
  /// The models of which a value lies in place inside a value of this one.
  var directReferences: [Int] {
    switch kind {
    case .structure(let structure): structure.fields.flatMap(\.shape.type.directReferences)
    case .union(let union): union.variants.flatMap(\.shape.type.directReferences)
    case .alias(let shape): shape.type.directReferences
    case .enumeration: []
    }
  }
}

extension TypeRef {
  fileprivate var directReferences: [Int] {
    switch self {
    case .named(let id): [id.index]
    case .optional(let type): type.directReferences
    case .scalar, .list, .map: []
    }
  }
}

/// Strongly connected components (Tarjan 1972), without recursion: documents nest as deep as they like.
private struct ComponentFinder {
  let edges: [[Int]]
  private var order: [Int]
  private var low: [Int]
  private var isOnStack: [Bool]
  private var stack: [Int] = []
  private var next = 1
  private var component: [Int]

  init(edges: [[Int]]) {
    self.edges = edges
    order = Array(repeating: 0, count: edges.count)
    low = order
    isOnStack = Array(repeating: false, count: edges.count)
    component = Array(repeating: -1, count: edges.count)
  }

  mutating func components() -> [Int] {
    for node in edges.indices where order[node] == 0 { visit(node) }
    return component
  }

  private mutating func visit(_ root: Int) {
    var path: [(node: Int, edge: Int)] = []
    enter(root)
    path.append((root, 0))
    while let (node, edge) = path.last {
      if edge < edges[node].count {
        path[path.count - 1].edge += 1
        let target = edges[node][edge]
        if order[target] == 0 {
          enter(target)
          path.append((target, 0))
        } else if isOnStack[target] {
          low[node] = min(low[node], order[target])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
      if low[node] == order[node] { leave(node) }
    }
  }

  private mutating func enter(_ node: Int) {
    order[node] = next
    low[node] = next
    next += 1
    stack.append(node)
    isOnStack[node] = true
  }

  private mutating func leave(_ root: Int) {
    while let node = stack.popLast() {
      isOnStack[node] = false
      component[node] = root
      if node == root { break }
    }
  }
}
