import SpecIR
import SpecNaming

/// The names by which contracts call the parts of a page.
enum PagingWord {
  case size
  case page
  case offset
  case cursor

  static func reading(_ name: Words) -> PagingWord? {
    switch name.compact {
    case "limit", "size", "pagesize", "perpage", "take", "maxresults", "pagelimit", "itemsperpage", "resultsperpage",
      "rowsperpage", "top":
      .size
    case "page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage": .page
    case "offset", "skip", "start", "startindex", "startat", "pageoffset": .offset
    case "cursor", "pagecursor", "nexttoken", "pagetoken", "continuationtoken", "startingafter", "endingbefore", "marker",
      "nextcursor", "pageafter", "pagebefore":
      .cursor
    default: nil
    }
  }
}

/// The names by which contracts call the order of a list.
enum SortWord {
  case sort
  case direction

  static func reading(_ name: Words) -> SortWord? {
    switch name.compact {
    case "sort", "sortby", "orderby", "ordering", "sortfield", "sortkey", "sortcolumn": .sort
    case "order", "direction", "sortorder", "sortdirection", "sortdir", "orderdirection", "orderdir", "dir": .direction
    default: nil
    }
  }

  static let ascending: Set<String> = ["asc", "ascending"]
  static let descending: Set<String> = ["desc", "descending"]
}
