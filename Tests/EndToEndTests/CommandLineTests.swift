import Testing

extension EndToEnd {
  /// How the tool behaves towards terminals, pipes, disks and clocks. Nothing is compiled here.
  @Suite("The command line")
  struct CommandLine {
    // MARK: Streams

    @Test("a result that cannot be written is a failure", .enabled(if: Shell.hasFullDevice), arguments: ["text", "json"])
    func lostResult(format: String) async throws {
      let project = try await Project(example: "users")
      for command in ["targets", "check --inputs-only", "dump", "generate", "check nowhere"] {
        let end = try await Shell.run("specforge \(command) --format \(format) > /dev/full", in: project.path)
        let reason = command == "check nowhere" ? "there is no target" : "No space left on device"
        #expect(end.status == 64 && end.errors.contains(reason), "\(command): \(end.errors)")
      }
    }

    @Test("a reader that has gone away ends it quietly", arguments: ["trap '' PIPE;", ""])
    func brokenPipe(trap: String) async throws {
      let project = try await Project(example: "users")
      let end = try await Shell.run("\(trap) specforge dump 2>errors.txt | head -c 1; cat errors.txt", in: project.path)
      #expect(end.output.hasPrefix("{") && !end.output.contains("error"), "\(end.output)")
    }

    @Test("a stream that does not wait gets all of a result")
    func nonblocking() async throws {
      let project = try await Project(example: "users")
      try await project.sh(
        """
        cat > slow.py <<'PY'
        import json, os, subprocess, sys, time
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        tool = subprocess.Popen([sys.argv[1], "dump"], stdout=writer, stderr=subprocess.DEVNULL)
        os.close(writer)
        time.sleep(1)
        text = b""
        while part := os.read(reader, 4096): text += part
        assert len(text) > 65536 and json.loads(text)["functions"], len(text)
        assert tool.wait() == 0
        PY
        python3 slow.py "$SPECFORGE"
        """)
    }

    @Test(
      "colours and progress are for terminals alone",
      arguments: [
        ("", true, true), ("NO_COLOR=1", false, true), ("NO_COLOR=", true, true), ("TERM=dumb", false, false),
        ("CI=true", true, false),
      ])
    func terminal(environment: String, isColored: Bool, showsProgress: Bool) async throws {
      let project = try await Project(example: "users")
      let end = try await Shell.succeed(
        """
        unset NO_COLOR; export TERM=xterm
        env \(environment) script -qec "$SPECFORGE check --inputs-only" /dev/null < /dev/null
        """, in: project.path)
      #expect(end.output.contains("\u{1B}[34mnote") == isColored, "\(end.output.debugDescription)")
      #expect(end.output.contains("reading openapi.yaml…") == showsProgress, "\(end.output.debugDescription)")
      let piped = try await Shell.succeed("unset NO_COLOR; export TERM=xterm; specforge check --inputs-only", in: project.path)
      #expect(!piped.all.contains("\u{1B}") && piped.errors.contains("note["))
    }

    // MARK: Results

    @Test("what was found is told even where something else ends the run")
    func findings() async throws {
      let folder = try TemporaryFolder()
      let text = try await Shell.run(#"cp -R "$ROOT/examples/users/." . && specforge generate"#, in: folder.path)
      #expect(text.status == 64 && text.errors.contains("note[feature-unsupported]"), "\(text.errors)")
      let script = #"import json,sys; d=json.load(sys.stdin); print(len(d["diagnostics"]), d["ok"])"#
      let json = try await Shell.run("specforge generate --format json | python3 -c '\(script)'", in: folder.path)
      #expect(json.output == "1 False\n")
      #expect(try await Shell.succeed("specforge dump --format json > /dev/null", in: folder.path).errors.contains("note["))
    }

    @Test("every result of a command says whether all is well", arguments: [
      "targets", "check --inputs-only", "check", "generate", "init", "generate nowhere",
    ])
    func ok(arguments: String) async throws {
      let project = try await Project(example: "users")
      let script = #"import json,sys; d=json.load(sys.stdin); print(list(d)[:2] == ["schema", "ok"], d["ok"])"#
      let end = try await Shell.run(
        "specforge \(arguments) --format json | python3 -c '\(script)'; test ${PIPESTATUS[0]} = 0 && echo True || echo False",
        in: project.path)
      let words = end.output.split(whereSeparator: \.isWhitespace)
      #expect(words.count == 3 && words[0] == "True" && words[1] == words[2], "\(end.all)")
    }

    @Test("the review is told by a command that works", arguments: ["git checkout -q --detach", "git checkout -q -b trunk", ""])
    func reviewCommand(prepare: String) async throws {
      let project = try await Project(example: "users")
      let told = try await project.sh("\(prepare)\nspecforge generate api-rust")
      let command = try #require(told.split(separator: "\n").first { $0.contains("review: ") }?.split(separator: ": ")[1])
      #expect(try await project.sh("\(command) --stat").contains("backends/rust/Cargo.toml"))
    }

    @Test("before the first commit of the base, too")
    func reviewCommandUnborn() async throws {
      let folder = try TemporaryFolder()
      let end = try await Shell.succeed(
        """
        cp -R "$ROOT/examples/users/." . && git init -q -b main
        command=$(specforge generate api-rust | sed -n 's/^  review: //p')
        $command --stat | grep backends/rust/Cargo.toml
        """, in: folder.path)
      #expect(!end.output.isEmpty)
    }

    /// One of four cannot be committed, another one conflicts with an edit: every other has its commit, and both are told.
    @Test("where one target fails, the others do not", arguments: ["text", "json"])
    func oneTargetFails(format: String) async throws {
      let project = try await Project(example: "users")
      try await project.sh(
        """
        specforge generate && git worktree add -q ../other specforge/review/api-rust-postgres
        git merge -q specforge/review/api-python && sed -i '1s/.*/# Ours/' backends/python/README.md && git commit -qam ours
        sed -i 's/title: Users API/title: People API/' openapi.yaml
        """)
      let end = try await Shell.run("specforge generate --format \(format)", in: project.path)
      #expect(end.status == 64, "\(end.all)")
      let told =
        format == "text"
        ? ["api-rust-postgres: failed, its branches", "conflict (content): backends/python/README.md"]
        : [#""result": "failed","#, #""path": "backends/python/README.md""#, #""ok": false"#]
      for text in told + ["is checked out"] { #expect(end.all.contains(text), "\(text): \(end.all)") }
      let counts = try await project.sh(
        "for target in api-rust api-rust-postgres api-python api-python-postgres; do "
          + "git rev-list --count specforge/generated/$target; done")
      #expect(counts == "2\n1\n2\n2\n")
      let again = try await project.sh("git worktree remove ../other && specforge generate || test $? = 3")
      #expect(again.contains("api-rust: up to date"))
      #expect(try await project.sh("git rev-list --count specforge/generated/api-rust-postgres") == "2\n")
    }

    @Test("where one target cannot be compared, the others are")
    func oneTargetUnreadable() async throws {
      let project = try await Project(example: "users")
      let nothing = String(repeating: "0123456789", count: 4)
      try await project.sh("specforge generate && echo \(nothing) > .git/refs/heads/specforge/generated/api-rust")
      let end = try await Shell.run("specforge check", in: project.path)
      #expect(end.status == 64 && end.errors.contains("error: api-rust: Could not "), "\(end.all)")
      let told = ["api-rust: failed, ", "api-rust-postgres: up to date\n", "api-python: up to date\n", "workspace: up to date\n"]
      for text in told { #expect(end.output.contains(text), "\(text): \(end.all)") }
    }

    @Test("`targets` tells what names mean in one column")
    func columns() async throws {
      let project = try await Project(example: "users")
      let lines = try await project.sh("specforge targets").split(separator: "\n").filter { $0.hasPrefix("  ") }
      for words in [["Python with ", "Rust with "], [" rust-axum, ", " python-fastapi, ", " compose.yaml, "]] {
        let places = lines.compactMap { line in
          words.compactMap { line.firstRange(of: $0)?.lowerBound }.first.map { line.distance(from: line.startIndex, to: $0) }
        }
        #expect(places.count >= words.count && Set(places).count == 1, "\(lines)")
      }
    }

    @Test("progress tells how many targets are generated")
    func progress() async throws {
      let project = try await Project(example: "users")
      let end = try await Shell.succeed(
        "TERM=xterm script -qec \"$SPECFORGE generate\" /dev/null < /dev/null", in: project.path)
      let steps = ["generating 4 targets…", "generating 4 targets, 1 done…", "generating 4 targets, 4 done…", "committing api-rust…"]
      for step in steps { #expect(end.output.contains("\r\u{1B}[K\(step)"), "\(step): \(end.output.debugDescription)") }
    }

    @Test("a repository of another user is opened where git's configuration trusts all", arguments: ["/project", "*"])
    func otherOwner(trusted: String) async throws {
      let project = try await Project(example: "users")
      let end = try await Shell.run(
        """
        test "$(id -u)" = 0 || { echo 'note: only root can give a folder away'; exit 0; }
        chown -R 12345 . && export GIT_CONFIG_GLOBAL= HOME="$PWD/.." && unset GIT_CONFIG_GLOBAL
        specforge generate && exit 1
        git config --global --add safe.directory '\(trusted == "*" ? trusted : project.path)'
        specforge generate api-rust
        """, in: project.path)
      #expect(end.status == 0, "\(end.all)")
    }

    // MARK: Configuration and places

    @Test("a configuration that is not there, or cannot be read")
    func configuration() async throws {
      let folder = try TemporaryFolder()
      let missing = try await Shell.run("specforge check", in: folder.path)
      #expect(missing.status == 1 && missing.errors.contains("hint: Run `specforge init`"), "\(missing.errors)")
      #expect(try await Shell.run("specforge targets", in: folder.path).status == 0)
      #expect(try await Shell.run("mkdir specforge.yaml && specforge targets", in: folder.path).status == 1)
      let second = try await Shell.run("rmdir specforge.yaml && specforge init && specforge init", in: folder.path)
      #expect(second.status == 64 && second.errors.contains("there is already a "), "\(second.errors)")
    }

    @Test("names with spaces are names like others")
    func spaces() async throws {
      let folder = try TemporaryFolder()
      try await Shell.succeed(
        """
        mkdir -p 'my project/the migrations' && cp "$ROOT/examples/users/openapi.yaml" 'my project/the api.yaml'
        cp "$ROOT"/examples/users/migrations/* 'my project/the migrations'
        specforge generate --adapter rust-axum --out 'an out/put' \\
          --input 'my project/the api.yaml' --migrations 'my project/the migrations'
        test -e 'an out/put/Cargo.toml'
        cd 'my project' && specforge init && git init -q && specforge generate && specforge check
        """, in: folder.path)
    }

    @Test(
      "an empty folder name is refused",
      arguments: ["generate --out ''", "check --project ''", "generate --input '' --adapter rust-axum"])
    func emptyNames(arguments: String) async throws {
      let project = try await Project(example: "users")
      let end = try await Shell.run("specforge \(arguments)", in: project.path)
      #expect(end.status == 64 && !end.errors.contains("error: :"), "\(end.all)")
    }

    // MARK: Dates

    @Test(
      "a fixed date is read as git reads it",
      arguments: [
        "@1700000000 +0100", "1700000000 -0330", "@0 +0000", "2024-02-29T03:04:05Z", "2024-01-02 03:04:05 +0100",
        "2024-01-02T03:04:05+02:00", "2024-07-02T03:04:05", "2024-01-02 03:04:05", "Thu, 07 Apr 2005 22:13:13 +0200",
        "7 Apr 2005 22:13:13 -0130", "2024-01-02T03:04:05.678Z",
      ])
    func dates(text: String) async throws {
      let project = try await Project(files: [("a.txt", "a\n")])
      let dates = try await project.sh(
        """
        cp -R "$ROOT"/examples/users/. . && git add --all
        export TZ=Europe/Berlin GIT_AUTHOR_DATE='\(text)'
        git commit -qm inputs && specforge generate api-rust > /dev/null
        git log -1 --format='%ad' --date=raw main && git log -1 --format='%ad' --date=raw specforge/generated/api-rust
        """
      ).split(separator: "\n")
      #expect(dates.count == 2 && dates[0] == dates[1], "\(dates)")
    }

    @Test(
      "a date that cannot be read is refused, and not replaced by today's",
      arguments: [
        "SOURCE_DATE_EPOCH=soon", "SOURCE_DATE_EPOCH=-1", "GIT_AUTHOR_DATE=yesterday", "GIT_AUTHOR_DATE=2024-02-30T00:00:00Z",
        "GIT_COMMITTER_DATE=5", "GIT_AUTHOR_DATE=@99999999999999999999",
      ])
    func unknownDates(variable: String) async throws {
      let project = try await Project(example: "users")
      let end = try await Shell.run("\(variable) specforge generate", in: project.path)
      #expect(end.status == 64 && end.errors.contains("date"), "\(end.all)")
      #expect(try await project.sh("git branch --list 'specforge/*'") == "")
    }

    // MARK: Completion

    @Test("the shells accept their completions, where they are at hand", arguments: ["bash", "zsh", "fish"])
    func completion(shell: String) async throws {
      let folder = try TemporaryFolder()
      let end = try await Shell.succeed(
        """
        specforge --generate-completion-script \(shell) > script
        grep -q inputs-only script && grep -q rust-axum script
        if command -v \(shell) > /dev/null; then \(shell) -n script; else echo 'note: no \(shell) here'; fi
        """, in: folder.path)
      print(end.output, terminator: "")
    }
  }
}
