import SpecAdapters
import SpecIR

extension PatternConstants {
  convenience init() { self.init(reserved: []) { RustNames.constant($0) } }

  var items: [RustItem] {
    all.map { pattern, constant in
      .constant(
        RustConstant(
          constant, .named(.decoding("Pattern")),
          .call(RustPath(.decoding("Pattern"), "new"), .rawString(pattern.source), .rawString(pattern.portable)),
          isStatic: true))
    }
  }
}
