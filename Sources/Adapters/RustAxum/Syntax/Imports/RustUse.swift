import SpecWriting

/// A `use` tree: a path, and what is taken from it.
package struct RustUse: Hashable, Sendable {
  package indirect enum Leaf: Hashable, Sendable {
    case name(String)
    case renamed(String, as: String)
    /// `Name as _`
    case unnamed(String)
    case itself
    case all
    /// A path with leaves of its own.
    case tree(RustUse)
  }

  package var path: [String]
  package var leaves: [Leaf]

  package init(_ path: [String], _ leaves: [Leaf]) {
    self.path = path
    self.leaves = leaves
  }

  /// The text behind `use`, without the semicolon.
  func spelled(_ visibility: RustVisibility = .inherited, indent: Int, printer: RustPrinter) -> String {
    printer.fitting { spell(printer.line(indent).after(visibility.text.utf8.count + 4)?.reserving(1), printer) }
  }

  private func spell(_ outer: TextShape?, _ printer: RustPrinter) -> String? {
    guard let shape = outer else { return nil }
    let prefix = path.map { $0 + "::" }.joined()
    if leaves.count == 1 {
      switch leaves[0] {
      case .tree(let inner): return shape.after(prefix.utf8.count).flatMap { inner.spell($0, printer) }.map { prefix + $0 }
      case .itself: return prefix + "{self}"
      case .name, .renamed, .unnamed, .all: return leaves[0].spell(shape, printer).map { prefix + $0 }
      }
    }
    guard let braces = shape.after(prefix.utf8.count)?.after(1)?.reserving(1),
      let nested = printer.block(braces).widened(to: printer.limit).reserving(1)
    else { return nil }
    let texts = leaves.sorted(by: Leaf.precedes).compactMap { $0.spell(nested, printer) }
    guard texts.count == leaves.count else { return nil }
    let hasTrees = leaves.contains { if case .tree(let tree) = $0 { tree.leaves.count > 1 } else { false } }
    let room = hasTrees ? 0 : max(0, braces.width - 2)
    if !hasTrees, ItemList.tactic(for: texts, limit: room) == .horizontal { return "\(prefix){\(texts.joined(separator: ", "))}" }
    let isPath = texts.map { hasTrees && $0.contains("::") }
    let list = ItemList(texts, indent: nested.indent, width: nested.width, endsWithNewline: true)
      .joined(.mixed, ownLines: isPath)
    return "\(prefix){\(String.newline(indent: nested.indent))\(list)\(String.newline(indent: shape.indent))}"
  }

  /// Merges imports by crate and sorts them, in groups: std, other crates, own crate and parents.
  static func grouped(_ imports: [(module: [String], leaf: Leaf)]) -> [[RustUse]] {
    var crates: [RustUse] = []
    for (module, leaf) in imports {
      guard let root = module.first else { continue }
      if let index = crates.firstIndex(where: { $0.path == [root] }) {
        crates[index].add(leaf, at: module.dropFirst())
      } else {
        crates.append(RustUse([root], []))
        crates[crates.count - 1].add(leaf, at: module.dropFirst())
      }
    }
    let isStd = { (use: RustUse) in ["std", "core", "alloc"].contains(use.path.first ?? "") }
    let isOwn = { (use: RustUse) in ["crate", "super", "self"].contains(use.path.first ?? "") }
    return [crates.filter(isStd), crates.filter { !isStd($0) && !isOwn($0) }, crates.filter(isOwn)]
      .filter { !$0.isEmpty }.map { $0.map(\.shortened).sorted(by: precedes) }
  }

  /// Adds what is taken from a module below this one.
  ///
  /// A module that is imported itself, and things in it, make `module::{self, …}`.
  private mutating func add(_ leaf: Leaf, at module: ArraySlice<String>) {
    guard let first = module.first else {
      if case .name(let name) = leaf, let index = leaves.firstIndex(where: { $0.isTree(named: name) }),
        case .tree(var tree) = leaves[index]
      {
        if !tree.leaves.contains(.itself) { tree.leaves.append(.itself) }
        leaves[index] = .tree(tree)
      } else if !leaves.contains(leaf) {
        leaves.append(leaf)
      }
      return
    }
    var tree = RustUse([first], [])
    var position = leaves.count
    if let index = leaves.firstIndex(where: { $0.isTree(named: first) }), case .tree(let known) = leaves[index] {
      tree = known
      position = index
    } else if let index = leaves.firstIndex(of: .name(first)) {
      tree.leaves.append(.itself)
      position = index
    }
    tree.add(leaf, at: module.dropFirst())
    if position < leaves.count { leaves[position] = .tree(tree) } else { leaves.append(.tree(tree)) }
  }

  /// The same imports without braces around a single one.
  private var shortened: RustUse {
    let leaves = leaves.map { leaf -> Leaf in
      if case .tree(let tree) = leaf { .tree(tree.shortened) } else { leaf }
    }
    if leaves.count == 1, case .tree(let inner) = leaves[0] { return RustUse(path + inner.path, inner.leaves) }
    return RustUse(path, leaves)
  }

  /// The order of rustfmt for whole `use` items.
  static func precedes(_ first: RustUse, _ second: RustUse) -> Bool {
    Leaf.compare(first.segments, second.segments) < 0
  }

  fileprivate var segments: [Leaf.Segment] {
    let prefix = path.map(Leaf.Segment.name)
    return leaves.count == 1 ? prefix + leaves[0].segments : prefix + [.list(leaves.sorted(by: Leaf.precedes).map(\.segments))]
  }
}

extension RustUse.Leaf {
  fileprivate func isTree(named name: String) -> Bool {
    if case .tree(let tree) = self { tree.path == [name] } else { false }
  }

  /// One step of a path, as rustfmt compares them.
  fileprivate indirect enum Segment {
    case name(String)
    case all
    case list([[Segment]])

    var rank: Int {
      switch self {
      case .name("self"): 0
      case .name("super"): 1
      case .name("crate"): 2
      case .name: 3
      case .all: 4
      case .list: 5
      }
    }
  }

  fileprivate var segments: [Segment] {
    switch self {
    case .name(let name), .renamed(let name, _), .unnamed(let name): [.name(name)]
    case .itself: [.name("self")]
    case .all: [.all]
    case .tree(let tree): tree.segments
    }
  }

  static func precedes(_ first: Self, _ second: Self) -> Bool { compare(first.segments, second.segments) < 0 }

  fileprivate static func compare(_ first: [Segment], _ second: [Segment]) -> Int {
    for (one, other) in zip(first, second) {
      let order: Int
      switch (one, other) {
      case (.name(let a), .name(let b)) where one.rank == 3 && other.rank == 3: order = RustOrder.compare(a, b)
      case (.list(let a), .list(let b)):
        order = zip(a, b).lazy.map { compare($0, $1) }.first { $0 != 0 } ?? (a.count - b.count)
      default: order = one.rank - other.rank
      }
      if order != 0 { return order }
    }
    return first.count - second.count
  }

  fileprivate func spell(_ shape: TextShape, _ printer: RustPrinter) -> String? {
    switch self {
    case .name(let name): name
    case .renamed(let name, let alias): "\(name) as \(alias)"
    case .unnamed(let name): "\(name) as _"
    case .itself: "self"
    case .all: "*"
    case .tree(let tree): tree.spellNested(shape, printer)
    }
  }
}

extension RustUse {
  fileprivate func spellNested(_ shape: TextShape, _ printer: RustPrinter) -> String? { spell(shape, printer) }
}
