import SpecDiagnostics
import SpecIR
import SpecWriting

/// The locals that describe the page of a running list.
struct Page {
  /// Rows on a page.
  let size: Expression
  /// The same, and at least 1: by what rows are divided into pages.
  let divisor: Expression
  /// Rows before the page.
  let offset: Expression
  /// The page's number, counted as the request counts; from 1 where it asks by offset.
  let number: Expression
  /// The number of the first page.
  let first: Int

  /// What a page holds at most where the contract does not say.
  static let largestSize = 100
  /// What a page holds where neither the contract nor the request says.
  static let usualSize = 20
}

extension BindingSession {
  /// Adds the statements that compute the page; nothing where the list has no pages.
  mutating func page(_ request: ListRequest, _ context: OperationContext, in builder: inout FunctionBuilder) -> Page? {
    guard request.isPaged else { return nil }
    let size = bind("size", pageSize(request.size, context, in: builder), &builder)
    let divisor = request.size?.mayBeZero ?? false ? .call(.int64Maximum, [size, .int64(1)]) : size
    switch request.start {
    case nil: return Page(size: size, divisor: divisor, offset: .int64(0), number: .int64(1), first: 1)
    case .page(let field, let first):
      let number = bind("page", number(field, from: first, in: builder), &builder)
      let before = first == 0 ? number : .call(.int64SubtractSaturating, [number, .int64(first)])
      let offset = bind("offset", .call(.int64MultiplySaturating, [before, size]), &builder)
      return Page(size: size, divisor: divisor, offset: offset, number: number, first: first)
    case .offset(let field, let first):
      let given = number(field, from: first, in: builder)
      let offset = bind("offset", first == 0 ? given : .call(.int64SubtractSaturating, [given, .int64(first)]), &builder)
      // The page on which the first row stands, of pages with at least one row.
      let pages = Expression.call(.int64DivideCeiling, [offset, divisor])
      let number = Expression.call(.int64AddSaturating, [pages, .int64(1)])
      return Page(size: size, divisor: divisor, offset: offset, number: number, first: 1)
    }
  }

  private mutating func pageSize(_ field: Field?, _ context: OperationContext, in builder: FunctionBuilder) -> Expression {
    guard let field else {
      note(.pageBounded, "pages of \(context.operation.name) hold \(Page.usualSize) rows: no parameter says how many", context.id)
      return .int64(Page.usualSize)
    }
    var value = integer(field, otherwise: Page.usualSize, in: builder)
    if field.presence == .optional {
      note(.pageBounded, "'\(field.name)' of \(context.operation.name) is \(Page.usualSize) where it is absent", context.id)
    }
    let constraints = field.shape.constraints
    if constraints.minimum == nil { value = .call(.int64Maximum, [value, .int64(1)]) }
    if constraints.maximum == nil {
      value = .call(.int64Minimum, [value, .int64(Page.largestSize)])
      note(
        .pageBounded,
        "'\(field.name)' of \(context.operation.name) has no maximum: a page holds \(Page.largestSize) rows at most", context.id)
    }
    return value
  }

  private func number(_ field: Field, from first: Int, in builder: FunctionBuilder) -> Expression {
    let value = integer(field, otherwise: first, in: builder)
    return field.shape.constraints.minimum == nil ? .call(.int64Maximum, [value, .int64(first)]) : value
  }

  /// A query parameter as int64, with a value for where it is absent.
  private func integer(_ field: Field, otherwise: Int, in builder: FunctionBuilder) -> Expression {
    var value = Expression.field(builder.value(.query), field.name)
    let type = core.resolved(field.shape.type)
    if field.presence == .optional { value = .orNull(value) }
    if field.presence == .optional || type.isOptional {
      value = .orElse(value, .literal(.number(JSONNumber(otherwise)), type.unwrapped))
    }
    return core.scalar(of: type) == .int32 ? .convert(.int32ToInt64, value) : value
  }

  private func bind(_ name: String, _ value: Expression, _ builder: inout FunctionBuilder) -> Expression {
    let local = builder.local(name, .api(.scalar(.int64)))
    builder.body.append(.bind(local, value))
    return .local(local)
  }
}

extension Expression {
  static func int64(_ value: Int) -> Expression { .literal(.number(JSONNumber(value)), .scalar(.int64)) }
}

extension Field {
  /// Whether a number that is given, or its default, may be less than 1 though the contract has a lower bound. Where it has none, pages
  /// have one of their own.
  fileprivate var mayBeZero: Bool {
    guard let bound = shape.constraints.minimum else { return false }
    if case .defaulted(.number(let usual)) = presence, (usual.int64 ?? 0) < 1 { return true }
    return (bound.value.int64 ?? 0) < (bound.isExclusive ? 0 : 1)
  }
}
