import Testing

extension EndToEnd {
  /// `examples/adapters`: what whoever writes an adapter copies from.
  @Suite("The example of an adapter")
  struct ExampleAdapter {
    @Test("its reference names everything and its script calls everything", arguments: ["users", "petstore", "shop"])
    func outline(_ example: String) async throws {
      let work = try TemporaryFolder()
      let finished = try await Shell.succeed(
        """
        cp -r "$ROOT/examples/\(example)/." . && mkdir adapters && cp "$ROOT/examples/adapters/outline.py" adapters
        cat > specforge.yaml <<'YAML'
        project: \(example)
        inputs: { openapi: openapi.yaml, migrations: migrations }
        targets:
          outline: { adapter: { command: [python3, adapters/outline.py], options: { title: "A | <b> `c`" } }, path: docs }
        YAML
        specforge generate --out docs
        specforge generate --out docs | grep -q '0 files written'
        specforge dump --stage core > core.json
        test -x docs/try.sh && bash -n docs/try.sh
        head -1 docs/README.md | grep -qF '# A \\| \\<b\\> \\`c\\`'
        # Every link leads somewhere, and every operation has its section.
        grep -o '](#[^)]*)' docs/README.md | sort -u | sed 's/](#//; s/)//' | while read -r anchor; do
          grep -q "<a id=\\"$anchor\\">" docs/README.md || { echo "no $anchor"; exit 1; }
        done
        test "$(grep -c '^### `' docs/README.md)" = "$(grep -c '"method": "[A-Z]' core.json)"
        python3 "$ROOT/Tests/EndToEndTests/Cases/try-script.py" docs core.json
        """, in: work.path)
      #expect(finished.output.contains("operations called"))
    }

    @Test("a contract's texts stay texts in Markdown and in the shell")
    func hostile() async throws {
      let work = try TemporaryFolder()
      try await Shell.succeed(
        #"""
        cp "$ROOT/examples/adapters/outline.py" .
        cat > openapi.yaml <<'YAML'
        openapi: 3.1.0
        info: { title: "`$(touch owned)` <script>", version: "1" }
        paths:
          "/a'b$(touch owned)/{id}":
            get:
              operationId: "x;touch owned;'"
              summary: "| [click](javascript:x) |\n# No heading"
              parameters:
                - { name: id, in: path, required: true, schema: { type: string }, example: "../$(touch owned)'\"" }
                - { name: "q'$(touch owned)", in: query, required: true, schema: { type: string }, example: "`touch owned`" }
              responses: { "204": { description: Done } }
        YAML
        specforge generate --input openapi.yaml --adapter ./outline.py --out docs
        bash -n docs/try.sh
        name=$(docs/try.sh)
        # Nothing listens there: curl fails, and nothing else happens.
        ! BASE_URL=http://127.0.0.1:9 docs/try.sh "$name" 2> /dev/null
        test ! -e owned && test ! -e docs/owned
        ! grep -nE '^# No heading|<script>|[^\\]\[click' docs/README.md
        """#, in: work.path)
    }

    @Test("it is written as its readers should write theirs")
    func style() async throws {
      let work = try TemporaryFolder()
      try await Shell.succeed(
        """
        adapters="$ROOT/examples/adapters" tools=$(dirname "$SPECFORGE_PYTHON")
        "$tools/ruff" format --isolated --line-length 120 --check "$adapters"
        "$tools/ruff" check --isolated --no-cache --line-length 120 --select E,F,W,I,B,UP,SIM,RUF,N "$adapters"
        "$tools/mypy" --strict --cache-dir "$PWD/cache" "$adapters/outline.py"
        """, in: work.path, frameworks: true)
    }
  }
}
