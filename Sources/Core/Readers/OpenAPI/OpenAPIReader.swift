package import SpecDiagnostics
internal import SpecDocuments
package import SpecSource

/// Reads OpenAPI 3.0 and 3.1.
package enum OpenAPIReader {
  /// Reads a document and what it refers to. Findings are reported, and what is sound is returned with them; nothing is returned
  /// for what is no OpenAPI document of these versions.
  /// - Parameters:
  ///   - root: the document's file.
  ///   - sources: gets the files that the loader finds.
  package static func read(
    _ root: SourceID, sources: inout SourceMap, loader: any SourceLoader, into diagnostics: inout Diagnostics
  ) -> OpenAPIDocument? {
    guard let file = DocumentReader.read(root, in: sources, into: &diagnostics) else { return nil }
    guard let version = VersionCheck.check(file.root, into: &diagnostics) else { return nil }
    let document = OpenAPIDocument(node: file.root, version: version.text, dialect: version.dialect)
    var reader = Reader(document: document, file: file, sources: sources, loader: loader)
    reader.readAll()
    sources = reader.files.sources
    diagnostics.append(contentsOf: reader.findings.finish())
    return reader.document
  }
}
