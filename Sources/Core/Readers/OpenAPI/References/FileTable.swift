internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecSource

/// The files of a document: its own and those that references lead to, each read once.
struct FileTable {
  private(set) var sources: SourceMap
  private(set) var ids: [SourceID]
  private let loader: any SourceLoader
  /// The files by path; nothing for one that could not be read, so that it is reported once.
  private var documents: [String: Document?]
  /// What references to files led to, so that the loader is asked once for each.
  private var answers: [Request: Result<String, SourceLoadFailure>] = [:]
  private var anchors: [SourceID: AnchorTable] = [:]

  private struct Request: Hashable {
    let reference: String
    let referrer: SourceID
  }

  let rootPlace: OpenAPI.Place

  init(root: Document, sources: SourceMap, loader: any SourceLoader) {
    let path = sources[root.source].path
    self.sources = sources
    self.loader = loader
    ids = [root.source]
    documents = [path: root]
    rootPlace = .root(ofFile: path)
  }

  var rootSource: SourceID { ids[0] }

  func path(of source: SourceID) -> String { sources[source].path }

  func place(ofRoot source: SourceID) -> OpenAPI.Place {
    source == rootSource ? rootPlace : .root(ofFile: path(of: source))
  }

  enum Answer {
    case document(Document)
    case failure(SourceLoadFailure)
    /// The file is there, and what is wrong with it has been reported.
    case unsound
  }

  /// Returns the file that a reference names by a relative path.
  mutating func load(_ reference: String, from referrer: SourceID, into findings: inout Findings) -> Answer {
    let request = Request(reference: reference, referrer: referrer)
    let answer = answers[request] ?? ask(request, into: &findings)
    answers[request] = answer
    switch answer {
    case .failure(let failure): return .failure(failure)
    case .success(let path): return documents[path].flatMap { $0 }.map { .document($0) } ?? .unsound
    }
  }

  private mutating func ask(_ request: Request, into findings: inout Findings) -> Result<String, SourceLoadFailure> {
    loader.load(request.reference, from: path(of: request.referrer)).map { file in
      if documents[file.path] == nil {
        let id = sources.add(path: file.path, bytes: file.bytes)
        let document = findings.collect { DocumentReader.read(id, in: sources, into: &$0) }
        documents[file.path] = .some(document)
        if document != nil { ids.append(id) }
      }
      return file.path
    }
  }

  /// The `$anchor`s and `$id`s of a file.
  mutating func anchors(of document: Document) -> AnchorTable {
    if let table = anchors[document.source] { return table }
    let table = AnchorTable(document, place: place(ofRoot: document.source))
    anchors[document.source] = table
    return table
  }
}
