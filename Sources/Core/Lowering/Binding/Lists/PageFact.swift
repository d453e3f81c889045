import SpecIR
import SpecNaming

/// What a field beside a list tells about the page.
enum PageFact: Hashable {
  /// The number of rows on all pages.
  case total
  /// The number of rows on this page, where another field has the total; else the total.
  case count
  case page
  case size
  case offset
  case totalPages
  case hasMore
  case hasPrevious
  case nextPage
  case previousPage
  /// A structure of such facts.
  case nested

  /// Reads a field by its name and type; nothing where it tells something else.
  static func reading(_ field: Field, in core: CoreModel) -> PageFact? {
    if let inner = core.structure(of: field.shape.type) {
      let holds =
        !inner.structure.fields.isEmpty
        && inner.structure.fields.allSatisfy { member in
          core.structure(of: member.shape.type) == nil
            && (reading(member, in: core) != nil || member.presence != .required)
        }
      return holds && inner.structure.fields.contains { reading($0, in: core) != nil } ? .nested : nil
    }
    guard let scalar = core.scalar(of: field.shape.type) else { return nil }
    let name = Words(field.name).compact
    switch scalar {
    case .int32, .int64: return numbers.first { $0.names.contains(name) }?.fact
    case .bool: return flags.first { $0.names.contains(name) }?.fact
    case .string, .float, .double, .decimal, .date, .time, .dateTime, .duration, .uuid, .uri, .bytes, .file, .json: return nil
    }
  }

  private static let numbers: [(fact: PageFact, names: Set<String>)] = [
    (
      .total,
      [
        "total", "totalcount", "totalitems", "totalresults", "totalelements", "totalrecords", "totalrows", "totalentries",
        "fulltotal", "itemcount", "recordcount", "resultcount",
      ]
    ),
    (.count, ["count", "numberofelements", "returned"]),
    (.page, ["page", "pagenumber", "pageno", "currentpage", "pageindex", "number"]),
    (.size, ["size", "pagesize", "perpage", "limit", "itemsperpage", "take", "pagelimit"]),
    (.offset, ["offset", "skip", "start", "startindex", "pageoffset"]),
    (.totalPages, ["totalpages", "pagecount", "pages", "lastpage", "numberofpages", "pagestotal"]),
    (.nextPage, ["nextpage", "next"]),
    (.previousPage, ["previouspage", "prevpage", "previous", "prev"]),
  ]

  private static let flags: [(fact: PageFact, names: Set<String>)] = [
    (.hasMore, ["hasmore", "hasnext", "hasnextpage", "more", "morepages", "hasmorepages"]),
    (.hasPrevious, ["hasprevious", "hasprev", "haspreviouspage", "hasprevpage"]),
  ]
}
