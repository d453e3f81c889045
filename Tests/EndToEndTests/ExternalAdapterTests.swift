import Testing

extension EndToEnd {
  /// Adapters that are programs, run as a project runs them.
  @Suite("Adapters of other people")
  struct ExternalAdapters {
    /// A project of one target whose adapter is the program `adapters/x`; its place is line 4, column 21.
    private static func project(_ program: String, adapter: String = "./adapters/x") -> String {
      """
      cp -r "$ROOT/examples/users/." . && mkdir adapters
      cat > adapters/x <<'PROGRAM'
      \(program)
      PROGRAM
      chmod +x adapters/x
      cat > specforge.yaml <<'YAML'
      project: users
      inputs: { openapi: openapi.yaml, migrations: migrations }
      targets:
        other: { adapter: \(adapter), path: other }
      YAML
      git init -q -b main && git add -A && git commit -qm start
      """
    }

    private static let empty = #"{"protocol": 1, "files": []}"#

    @Test("a built-in adapter writes the same files when it comes through the door", arguments: ["users", "petstore", "shop"])
    func door(_ example: String) async throws {
      let work = try TemporaryFolder()
      try await Shell.succeed(
        """
        cp -r "$ROOT/examples/\(example)/." .
        ln -s "$SPECFORGE" specforge
        for adapter in rust-axum python-fastapi; do for database in sqlite postgres; do
          cat > specforge.yaml <<YAML
        project: \(example)
        inputs: { openapi: openapi.yaml, migrations: migrations }
        targets:
          in: { adapter: $adapter, database: $database, path: a }
          out: { adapter: { command: [./specforge, adapter, $adapter] }, database: $database, path: b }
        YAML
          specforge generate --out "made-$adapter-$database"
          diff -r "made-$adapter-$database/a" "made-$adapter-$database/b"
          test "$(find "made-$adapter-$database/b" -type f | wc -l)" -gt 40
        done; done
        """, in: work.path)
    }

    @Test("requests and responses keep their JSON Schemas")
    func schemas() async throws {
      let work = try TemporaryFolder()
      try await Shell.succeed(
        """
        check-jsonschema --check-metaschema "$ROOT"/docs/*.schema.json
        for example in users petstore shop; do
          mkdir $example && cp -r "$ROOT/examples/$example/." $example && cp "$ROOT/examples/adapters/outline.py" $example
          printf '#!/bin/sh\\ntee request.json | python3 outline.py | tee response.json\\n' > $example/keep
          chmod +x $example/keep
          specforge generate --project $example --input $example/openapi.yaml --migrations $example/migrations \
            --adapter $example/keep --database postgres --out $example/out
          specforge dump --project $example --stage core > $example/core.json
          specforge adapter rust-axum < $example/request.json > $example/axum.json
        done
        check-jsonschema --schemafile "$ROOT/docs/core.schema.json" */core.json
        check-jsonschema --schemafile "$ROOT/docs/adapter-request.schema.json" */request.json
        check-jsonschema --schemafile "$ROOT/docs/adapter-response.schema.json" */response.json */axum.json
        # A schema that lets everything pass would pass too.
        sed 's/"method":"GET"/"method":"FETCH"/' users/request.json > wrong.json
        ! check-jsonschema --schemafile "$ROOT/docs/adapter-request.schema.json" wrong.json
        """, in: work.path, frameworks: true)
    }

    @Test(
      "what goes wrong is told at the adapter's place, and nothing is written",
      arguments: [
        ("adapter-failed", "#!/bin/sh\necho deep trouble >&2; exit 7", "ended with exit code 7"),
        ("adapter-failed", "#!/bin/sh\nkill -SEGV $$", "was ended by signal 11"),
        ("adapter-start", "exit 0", "cannot be run: "),
        ("adapter-output", "#!/bin/sh\necho Hello", "is no JSON: “Hello” is no JSON value, at 1:1 of its output"),
        ("adapter-output", "#!/bin/sh\ntrue", "is no JSON: the file holds no document"),
        ("adapter-protocol", "#!/bin/sh\necho '{\"protocol\": 9}'", "speaks version 9 of the protocol; this is version 1"),
        (
          "adapter-response", "#!/bin/sh\necho '{\"protocol\": 1, \"files\": [{}]}'",
          "is wrong at `/files/0`: the member `path` is missing"
        ),
        ("output-invalid", files("../escape"), "names a file `../escape`"),
        ("output-invalid", files("/tmp/escape"), "names a file `/tmp/escape`"),
        ("output-invalid", files(".git/hooks/pre-commit"), "names a file `.git/hooks/pre-commit`"),
        ("output-invalid", files("a", "a"), "a: written twice."),
        ("output-invalid", files("Read.me", "read.me"), "is the same file as"),
        ("output-invalid", files("a", "a/b"), "a: is a file, and a folder for"),
        ("output-invalid", files(".git./x"), "has a name that is reserved."),
      ])
    func failures(code: String, program: String, message: String) async throws {
      let work = try TemporaryFolder()
      try await Shell.succeed(Self.project(program), in: work.path)
      for command in ["generate", "generate --out made", "check"] {
        let finished = try await Shell.run("specforge \(command)", in: work.path)
        #expect(finished.status == 1, "\(command)")
        #expect(finished.errors.contains("specforge.yaml:4:21: error[\(code)]: "), "\(command): \(finished.errors)")
        #expect(finished.errors.contains(message), "\(command): \(finished.errors)")
        let told = command == "check" ? "other: has errors, and is compared with nothing\n" : ""
        #expect(finished.output.hasPrefix(told) && finished.output.isEmpty == told.isEmpty, "\(command): \(finished.output)")
      }
      let left = try await Shell.succeed("git branch --list 'specforge/*'; ls -d made 2> /dev/null || true; ls ..", in: work.path)
      #expect(!left.output.contains("specforge/"))
      #expect(!left.output.contains("made"))
      #expect(!left.output.contains("escape"))
    }

    /// A program that answers with empty files of these paths.
    private static func files(_ paths: String...) -> String {
      let files = paths.map { #"{"path": "\#($0)", "text": ""}"# }.joined(separator: ", ")
      return "#!/bin/sh\necho '{\"protocol\": 1, \"files\": [\(files)]}'"
    }

    @Test("a program that takes too long is stopped after its `timeout`")
    func timeout() async throws {
      let work = try TemporaryFolder()
      let adapter = "{ command: [sleep, '600'], timeout: 1 }"
      let finished = try await Shell.run(Self.project("", adapter: adapter) + "\nspecforge generate", in: work.path)
      #expect(finished.status == 1)
      #expect(finished.errors.contains("specforge.yaml:4:21: error[adapter-timeout]: `sleep 600` was stopped after 1 seconds"))
    }

    @Test("a request that cannot be written is told as that")
    func unwritten() async throws {
      let work = try TemporaryFolder()
      let finished = try await Shell.run(
        Self.project("#!/bin/sh\ntrue") + "\nTMPDIR=$PWD/none specforge generate", in: work.path)
      #expect(finished.status == 1)
      #expect(
        finished.errors.contains("error[adapter-start]: `./adapters/x` cannot be run: its request cannot be written: No such file"),
        "\(finished.errors)")
    }

    @Test("one target that fails keeps the others from being written in part")
    func others() async throws {
      let work = try TemporaryFolder()
      let program = "#!/bin/sh\nexit 1"
      let finished = try await Shell.run(
        Self.project(program) + "\necho '  api: { adapter: rust-axum, path: api }' >> specforge.yaml; specforge generate",
        in: work.path)
      #expect(finished.status == 1)
      let left = try await Shell.succeed("git branch --list 'specforge/*'", in: work.path)
      #expect(left.output == "")
    }

    @Test("`check` tells of all targets, also beside one whose adapter fails and one whose files cannot stand anywhere")
    func allChecked() async throws {
      let work = try TemporaryFolder()
      let finished = try await Shell.run(
        Self.project("#!/bin/sh\nexit 1") + """

        cat > adapters/y <<'PROGRAM'
        \(Self.files("a", "a"))
        PROGRAM
        chmod +x adapters/y
        cat >> specforge.yaml <<'YAML'
          double: { adapter: ./adapters/y, path: double }
          api: { adapter: rust-axum, path: api }
        workspace: {}
        YAML
        specforge generate api && specforge check
        """, in: work.path)
      #expect(finished.status == 1)
      for target in ["other", "double"] { #expect(finished.output.contains("\n\(target): has errors"), "\(finished.all)") }
      #expect(finished.output.contains("\napi: up to date\nworkspace: out of date: "), "\(finished.all)")
      for code in ["adapter-failed", "output-invalid"] { #expect(finished.errors.contains("error[\(code)]"), "\(finished.all)") }
    }

    @Test("a signal that ends SpecForge ends the program and what that started", arguments: ["SIGINT", "SIGTERM", "SIGHUP"])
    func signalled(_ name: String) async throws {
      let work = try TemporaryFolder()
      let program = "#!/bin/sh\nsleep 600 &\necho $$ > started.part && mv started.part started\nsleep 600"
      let finished = try await Shell.run(
        Self.project(program) + """

        cat > signalled.py <<'PYTHON'
        import os, signal, subprocess, sys, time
        number = getattr(signal, sys.argv[2])
        tool = subprocess.Popen([sys.argv[1], "generate", "--out", "made"], stdout=subprocess.DEVNULL)
        while not os.path.exists("started"):
            assert tool.poll() is None
            time.sleep(0.05)
        tool.send_signal(number)
        assert tool.wait(60) == -number, tool.returncode
        def living(group):
            for entry in filter(str.isdigit, os.listdir("/proc")):
                try: words = open(f"/proc/{entry}/stat").read().rpartition(")")[2].split()
                except OSError: continue
                if words[2] == group and words[0] not in "ZX": yield entry
        group = open("started").read().strip()
        for _ in range(100):
            if not list(living(group)): break
            time.sleep(0.1)
        assert not list(living(group)), "something still runs"
        PYTHON
        python3 signalled.py "$SPECFORGE" \(name)
        """, in: work.path)
      #expect(finished.status == 0, "\(finished.all)")
    }

    @Test("a program is a target beside others: committed, edited by hand, generated again, merged and checked")
    func target() async throws {
      let work = try TemporaryFolder()
      try await Shell.succeed(
        """
        cp -r "$ROOT/examples/users/." . && mkdir adapters && cp "$ROOT/examples/adapters/outline.py" adapters
        cat > specforge.yaml <<'YAML'
        project: users
        inputs: { openapi: openapi.yaml, migrations: migrations }
        targets:
          api-rust: { adapter: rust-axum, path: backends/rust }
          outline: { adapter: { command: [python3, adapters/outline.py], options: { title: The users } }, path: docs/api }
        workspace: {}
        YAML
        git init -q -b main && git add -A && git commit -qm start
        reviews='specforge/review/api-rust specforge/review/outline specforge/review/workspace'

        if specforge check > told; then exit 1; else test $? = 2; fi
        test "$(grep -c ': out of date: ' told)" = 3
        specforge generate
        git merge -q $reviews
        test "$(git ls-tree --name-only HEAD:docs/api)" = "$(printf 'README.md\\ntry.sh')"
        test "$(git log --format=%s -1 specforge/generated/outline)" = 'feat(outline): backend of Users API'
        specforge check > told
        test "$(grep -c ': up to date$' told)" = 3
        # The root lists what it cannot run.
        grep -qx -- '- `outline`, in docs/api' BACKENDS.md
        if grep outline Makefile; then exit 1; fi

        # An edit stays where another generation changes something else, and nobody else's commit is made.
        printf '\\nOurs.\\n' >> docs/api/README.md && git commit -qam ours
        sed -i 's/title: The users/title: Our users/' specforge.yaml && git commit -qam title
        specforge generate > told
        test "$(grep -c ': up to date (' told)" = 2
        git merge -q specforge/review/outline
        head -1 docs/api/README.md | grep -q 'Our users'
        tail -1 docs/api/README.md | grep -q 'Ours.'
        specforge check
        specforge generate > told
        test "$(grep -c ': up to date (' told)" = 3
        git fsck --strict
        """, in: work.path)
    }

    @Test("what an adapter finds is told where the contract says it; messages are told on demand, and cannot move the cursor")
    func findings() async throws {
      let work = try TemporaryFolder()
      let program = #"""
        #!/bin/sh
        printf 'one \033[2J two\n' >&2
        echo '{"protocol": 1, "files": [{"path": "a.bin", "base64": "AP8="}, {"path": "b.sh", "text": "", "executable": true}],
          "diagnostics": [
            {"severity": "warning", "code": "tag-odd", "message": "M", "hint": "H", "at": "/core/operations/0", "path": "b.sh"},
            {"severity": "note", "code": "plain", "message": "N"}]}'
        """#
      let finished = try await Shell.succeed(Self.project(program) + "\nspecforge generate -v && specforge check", in: work.path)
      #expect(finished.errors.contains(/openapi\.yaml:\d+:\d+: warning\[adapter-warning\]: tag-odd: M \(in `b\.sh`\)/))
      #expect(finished.errors.contains("hint: H"))
      #expect(finished.errors.contains("specforge.yaml:4:21: note[adapter-note]: plain: N"))
      #expect(finished.errors.contains("other | one \u{FFFD}[2J two\n"))
      #expect(finished.output.contains("other: 2 files added"))
      let tree = try await Shell.succeed(
        """
        git ls-tree -r specforge/review/other other | cut -c1-6,53-
        git cat-file blob specforge/review/other:other/a.bin | od -An -tx1
        """,
        in: work.path)
      #expect(tree.output.contains("100644\tother/a.bin"), "\(tree.output)")
      #expect(tree.output.contains("100755\tother/b.sh"), "\(tree.output)")
      #expect(tree.output.contains("00 ff"))
    }

    @Test("a program gets its options, runs in the project's root without a shell, and `targets` shows it")
    func configured() async throws {
      let work = try TemporaryFolder()
      let program = #"""
        #!/usr/bin/env python3
        import json, os, sys
        request = json.load(sys.stdin)
        text = json.dumps([request["target"], request["project"], sys.argv[1:], sorted(os.listdir())])
        json.dump({"protocol": 1, "files": [{"path": "seen.json", "text": text}]}, sys.stdout)
        """#
      let adapter = "{ command: [adapters/x, a b, $HOME], options: { deep: [1, { x: null }] } }"
      try await Shell.succeed(Self.project(program, adapter: adapter) + "\nspecforge generate --out made", in: work.path)
      let seen = try await Shell.succeed("cat made/seen.json", in: work.path).output
      #expect(
        seen.hasPrefix(
          #"[{"name": "other", "package": "users", "database": "sqlite", "options": {"deep": [1, {"x": null}]}}, "users", "#
            + #"["a b", "$HOME"], [".git", "#), "\(seen)")
      #expect(seen.hasSuffix(#""openapi.yaml", "specforge.yaml"]]"#), "\(seen)")
      let targets = try await Shell.succeed("specforge targets && specforge targets --format json", in: work.path).output
      #expect(targets.contains("other  the program adapters/x a b $HOME, sqlite, in other\n"))
      #expect(targets.contains(#""timeout": 60"#))
    }

    @Test("GitHub's document goes through a program in reasonable time and memory")
    func large() async throws {
      let work = try TemporaryFolder()
      let finished = try await Shell.run(
        """
        document=$(find "${SPECFORGE_SPECS:-/nonexistent}" -name 'api.github.com.json' 2> /dev/null | head -1)
        [ -n "$document" ] || { echo "note: SPECFORGE_SPECS names no folder of real documents; GitHub's is not read"; exit 0; }
        cp "$document" api.json && cp "$ROOT/examples/adapters/outline.py" .
        /usr/bin/env python3 - "$SPECFORGE" <<'PYTHON'
        import resource, subprocess, sys, time
        start = time.monotonic()
        subprocess.run([sys.argv[1], "generate", "--input", "api.json", "--adapter", "./outline.py", "--out", "out"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds, peak = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"GitHub's document through outline.py: {seconds:.1f} s, at most {peak:.0f} MiB")
        assert seconds < 180 and peak < 2048
        PYTHON
        grep -c '^### `' out/README.md
        """, in: work.path)
      print(finished.output)
      #expect(finished.status == 0, "\(finished.all.suffix(3000))")
    }
  }
}
