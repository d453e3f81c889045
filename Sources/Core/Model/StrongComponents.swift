/// Which nodes of a graph reach each other: its strongly connected components (Tarjan 1972).
///
/// Without recursion: documents nest as deep as they like.
package struct StrongComponents: Sendable {
  /// By node, the node that stands for its component.
  package private(set) var component: [Int]
  /// The components, each after all that it leads to; otherwise in the order of their nodes.
  package private(set) var order: [[Int]] = []

  private let edges: [[Int]]
  private var number: [Int]
  private var low: [Int]
  private var isOnStack: [Bool]
  private var stack: [Int] = []
  private var next = 1

  /// - Parameter edges: by node, the nodes that it leads to.
  package init(_ edges: [[Int]]) {
    self.edges = edges
    number = Array(repeating: 0, count: edges.count)
    low = number
    isOnStack = Array(repeating: false, count: edges.count)
    component = Array(repeating: -1, count: edges.count)
    for node in edges.indices where number[node] == 0 { visit(node) }
  }

  private mutating func visit(_ root: Int) {
    var path: [(node: Int, edge: Int)] = []
    enter(root)
    path.append((root, 0))
    while let (node, edge) = path.last {
      if edge < edges[node].count {
        path[path.count - 1].edge += 1
        let target = edges[node][edge]
        if number[target] == 0 {
          enter(target)
          path.append((target, 0))
        } else if isOnStack[target] {
          low[node] = min(low[node], number[target])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
      if low[node] == number[node] { leave(node) }
    }
  }

  private mutating func enter(_ node: Int) {
    number[node] = next
    low[node] = next
    next += 1
    stack.append(node)
    isOnStack[node] = true
  }

  private mutating func leave(_ root: Int) {
    var members: [Int] = []
    while let node = stack.popLast() {
      isOnStack[node] = false
      component[node] = root
      members.append(node)
      if node == root { break }
    }
    order.append(members.sorted())
  }
}
