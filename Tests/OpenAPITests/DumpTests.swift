import OpenAPIReader
import SpecWriting
import Testing

@Suite("The printed model")
struct DumpTests {
  @Test("says what was read in the order of the document")
  func dump() throws {
    let reading = Reading(
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      paths:
        /pets/{id}:
          parameters: [{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}]
          get:
            operationId: getPet
            responses:
              4XX: {description: no}
      components:
        schemas:
          Id: {type: integer, format: int64, minimum: 0, exclusiveMinimum: true}
      """)
    let text = JSONWriter.write(try #require(reading.document).dump(sources: reading.sources), indent: nil)
    #expect(
      text == #"""
        {"schema":1,"stage":"spec","version":"3.0.3","dialect":"3.0","files":["api.yaml"],"info":{"title":"t","version":"1"},\#
        "paths":[{"path":"/pets/{id}","at":"api.yaml:4:3","item":0}],"components":{"schemas":[{"name":"Id","id":0}]},\#
        "pathItems":[{"id":0,"at":"api.yaml:5:5","pointer":"/paths/~1pets~1{id}","parameters":[0],\#
        "operations":[{"method":"get","at":"api.yaml:6:5","operationId":"getPet","responses":[{"status":"4XX","id":0}]}]}],\#
        "parameters":[{"id":0,"at":"api.yaml:5:18","pointer":"/paths/~1pets~1{id}/parameters/0","name":"id","in":"path",\#
        "required":true,"style":"simple","explode":false,"schema":0}],\#
        "responses":[{"id":0,"at":"api.yaml:9:14","pointer":"/paths/~1pets~1{id}/get/responses/4XX","description":"no"}],\#
        "schemas":[{"id":0,"at":"api.yaml:12:9","pointer":"/components/schemas/Id","name":"Id","types":["integer"],\#
        "format":"int64","minimum":{"value":0,"exclusive":true}}]}
        """#)
  }
}
