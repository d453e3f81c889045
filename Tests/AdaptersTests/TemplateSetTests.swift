import SpecAdapters
import SpecTemplates
import Testing

@Suite("Templates")
struct TemplateSetTests {
  @Test("text is inserted as it is, lists repeat and see what stands around them")
  func renders() throws {
    let templates = TemplateSet(embedded: ["a": "fn {{name}}() {{=<% %>=}}-> <% type %> {{<%={{ }}=%>\n{{#items}}\n{{name}}: {{item}}\n{{/items}}\n"])
    let text = try templates.render(
      "a", ["name": "<run>", "type": .text("&'a str"), "items": [["item": "1"], ["item": "2"]]])
    #expect(text == "fn <run>() -> &'a str {{\n<run>: 1\n<run>: 2\n")
  }

  @Test("a name that the template is not given is an error that names it")
  func unknownName() {
    let templates = TemplateSet(embedded: ["a": "{{nmae}} {{#lost}}x{{/lost}}"])
    #expect(throws: TemplateError.unknownNames("a", ["nmae", "lost"])) { try templates.render("a", ["name": "x"]) }
  }

  @Test("a project's text takes the place of the embedded one")
  func overrides() throws {
    let templates = TemplateSet(embedded: ["a": "ours", "b": "b"], overrides: ["a": "theirs"])
    #expect(try templates.render("a") == "theirs")
    #expect(templates.paths == ["a", "b"])
    #expect(throws: TemplateError.unknownTemplate("c")) { try templates.render("c") }
  }

  @Test("every embedded template can be read")
  func embedded() throws {
    for path in TemplateSet(embedded: EmbeddedTemplates.texts).paths {
      do { _ = try TemplateSet(embedded: EmbeddedTemplates.texts).render(path) } catch {
        guard case .unknownNames = error else { throw error }
      }
    }
  }
}
