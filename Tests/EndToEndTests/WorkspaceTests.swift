import Testing

extension EndToEnd {
  /// examples/users as a monorepo: one run, a commit for each target, and a root that works.
  @Suite("The workspace")
  struct Workspace {
    private static let targets = ["api-rust", "api-rust-postgres", "api-python", "api-python-postgres", "workspace"]
    private static let merge = "git merge -q \(targets.map { "specforge/review/\($0)" }.joined(separator: " "))"

    private func monorepo() async throws -> Project {
      let project = try await Project(example: "users")
      try await project.sh("specforge generate && \(Self.merge)")
      return project
    }

    @Test("one run makes a commit for each target, all reviews merge, and a second run makes none")
    func oneRun() async throws {
      let project = try await Project(example: "users")
      let told = try await project.sh("specforge generate")
      #expect(
        told.split(separator: "\n").filter { $0.contains(" added, ") }.map { $0.prefix { $0 != ":" } }.map(String.init)
          == Self.targets)
      #expect(try await project.sh("git status --porcelain") == "")
      for target in Self.targets {
        #expect(try await project.sh("git rev-list --count specforge/generated/\(target)") == "1\n", "\(target)")
      }
      // As in the example's README: by git's own command, all at once and without a conflict.
      try await project.sh("\(Self.merge) && test -z \"$(git status --porcelain)\"")
      let files = ".github/workflows/backends.yml\n.specforge/workspace.lock\nBACKENDS.md\nMakefile\ncompose.yaml\n"
      #expect(try await project.sh("git ls-tree -r --name-only specforge/generated/workspace") == files)
      let branches = "git for-each-ref --format='%(refname) %(objectname)' refs/heads/specforge"
      let before = try await project.sh(branches)
      let again = try await project.sh("specforge check && specforge generate")
      for target in Self.targets { #expect(again.contains("\(target): up to date ("), "\(target): \(again)") }
      #expect(try await project.sh(branches) == before)
    }

    @Test("as plain files, everything stands where the branches have it")
    func plain() async throws {
      let project = try await monorepo()
      try await project.sh(
        """
        specforge generate --out ../plain
        diff -r ../plain . > differences || true
        if grep -v '^Only in [.][:/]' differences; then exit 1; fi
        """)
      try await project.sh("test -e ../plain/Makefile -a -e ../plain/backends/rust/Cargo.toml")
      try await project.sh("test ! -e ../plain/workspace")
    }

    @Test("hand edits and files of others stay; a target that goes is told, and leaves the root")
    func regenerated() async throws {
      let project = try await monorepo()
      try await project.sh(
        """
        printf '\\nours: ## Ours\\n\\ttrue\\n' >> Makefile
        mkdir -p .github/workflows docs && echo mine > .github/workflows/mine.yml
        echo mine > docs/mine.md && git add --all && git commit -qm ours
        sed -i '/^  api-python-postgres:/,/^    database: postgres/d' specforge.yaml && git commit -qam 'one less'
        specforge generate workspace && git merge -q specforge/review/workspace
        make ours && test -e README.md -a -e openapi.yaml -a -e docs/mine.md -a -e .github/workflows/mine.yml
        test -e backends/python-postgres/pyproject.toml
        if grep -r api-python-postgres compose.yaml Makefile .github BACKENDS.md; then exit 1; fi
        """)
      #expect(
        try await project.sh("git log -1 --format=%s specforge/generated/workspace")
          == "feat(workspace): remove api-python-postgres\n")
      // What is told of the contract is no business of the root's.
      try await project.sh("sed -i 's/title: Users API/title: People API/' openapi.yaml")
      #expect(try await project.sh("specforge generate workspace").hasPrefix("workspace: up to date ("))
    }

    @Test("a file of the user's at the root is a conflict with both sides in it, and nothing of theirs is lost")
    func occupied() async throws {
      let project = try await Project(example: "users")
      try await project.sh("printf 'all:\\n\\techo ours\\n' > Makefile && git add Makefile && git commit -qm ours")
      let end = try await Shell.run("specforge generate workspace", in: project.path)
      #expect(end.status == 3 && end.output.contains("conflict (content): Makefile"), "\(end.all)")
      #expect(try await project.sh("git show specforge/review/workspace:Makefile").contains("\techo ours\n"))
      #expect(try await project.sh("cat Makefile") == "all:\n\techo ours\n")
    }

    @Test("compose file and workflow keep to their schemas, and make understands its file")
    func valid() async throws {
      let project = try await monorepo()
      try await Shell.succeed(
        """
        check-jsonschema --builtin-schema vendor.compose-spec compose.yaml
        check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/backends.yml
        make --warn-undefined-variables -n build lint test run stop run-api-rust 2>&1 | tee told
        if grep 'undefined variable' told; then exit 1; fi
        test "$(make | grep -c '^  make ')" = $((6 + 4 * 4))
        """, in: project.path, frameworks: true)
    }

    /// Both say how a container runs, so they could drift apart.
    @Test("the root's compose file agrees with the one of each backend")
    func compose() async throws {
      let project = try await monorepo()
      let script = """
        import os, yaml
        root = yaml.safe_load(open("compose.yaml"))["services"]
        servers = [name for name in root if "build" not in root[name]]
        assert servers == ["postgres"], servers
        ports = set()
        for name, service in root.items():
            if name in servers: continue
            own = yaml.safe_load(open(os.path.join(service["build"], "compose.yaml")))["services"]
            for key in ["cap_drop", "read_only", "restart", "security_opt", "stop_grace_period"]:
                assert service[key] == own["api"][key], (name, key)
            places = lambda at: [volume.split(":")[1] for volume in at.get("volumes", [])]
            assert places(service) == places(own["api"]), name
            for key, value in own["api"]["environment"].items():
                assert service["environment"][key].replace("@postgres:", "@database:") == value, (name, key)
            if "database" in own:
                assert root["postgres"]["image"] == own["database"]["image"]
                assert root["postgres"]["environment"] == own["database"]["environment"]
            ports.update(service["ports"])
        assert len(ports) == 4, ports
        """
      try project.write("agree.py", script)
      try await Shell.succeed(
        #""$(dirname "$(command -v check-jsonschema)")/python" agree.py"#, in: project.path, frameworks: true)
    }

    @Test("its commands check, build and test real backends")
    func works() async throws {
      let project = try await monorepo()
      // The packages of the tests' Python in place of those that pip would fetch.
      try await Shell.succeed(
        #"""
        mkdir -p backends/python/.venv/bin
        printf '#!/bin/sh\nexec "%s" "$@"\n' "$SPECFORGE_PYTHON" > backends/python/.venv/bin/python
        chmod +x backends/python/.venv/bin/python && touch backends/python/.venv/.prepared
        make lint-api-rust build-api-rust test-api-rust
        PYTHONDONTWRITEBYTECODE=1 make lint-api-python build-api-python test-api-python
        git status --porcelain
        """#, in: project.path, frameworks: true)
    }

    /// `compose.yaml` gives all of them one database, and starts them at the same time.
    @Test("two stacks start on one database at once, and each reads what the other wrote")
    func shared() async throws {
      let project = try await monorepo()
      let crate = Crate(path: "\(project.path)/backends/rust-postgres")
      let package = PythonBackend(path: "\(project.path)/backends/python-postgres", module: "users")
      let programs = [try await crate.program(), try await package.program()]
      try await project.sh("mkdir ../one ../other")
      try await withPostgres(in: project.folder.path) { url in
        async let first = Server.start(programs[0], database: url, in: "\(project.folder.path)/one")
        async let second = Server.start(programs[1], database: url, in: "\(project.folder.path)/other")
        let servers = [try await first, try await second]
        do { try await correspond(servers[0], servers[1]) } catch {
          for server in servers { try await server.stop() }
          throw error
        }
        for server in servers { try await server.stop() }
      }
    }

    private func correspond(_ one: Server, _ other: Server) async throws {
      for (writer, reader, name) in [(one, other, "ada"), (other, one, "grace")] {
        let user = #"{"email":"\#(name)@example.org","name":"\#(name)"}"#
        let made = try await writer.expect(201, from: "POST", "/api/users", user)
        let location = try #require(made.head.split(separator: "\r\n").first { $0.hasPrefix("location: ") }).dropFirst(10)
        try await reader.expect(200, "\(name)@example.org", from: "GET", String(location))
        try await reader.expect(409, from: "POST", "/api/users", user)
      }
    }

    @Test("a tool that fails fails make, and packages are fetched again only when they change")
    func preparation() async throws {
      let project = try await monorepo()
      try await Shell.succeed(
        #"""
        mkdir tools && printf '#!/bin/sh\necho python3 "$@"; mkdir -p .venv/bin; cp -n "$0" .venv/bin/python\n' > tools/python3
        chmod +x tools/python3 && export PATH="$PWD/tools:$PATH"
        make test-api-python | grep 'python3 -m pip install'
        if make test-api-python | grep 'pip install'; then exit 1; fi
        touch -d 'next year' backends/python/pyproject.toml
        make test-api-python | grep 'pip install'
        printf '#!/bin/sh\nexit 1\n' > backends/python/.venv/bin/python
        if make lint-api-python; then exit 1; fi
        """#, in: project.path)
    }

    @Test("what init proposes is a monorepo of every stack")
    func proposed() async throws {
      let folder = try TemporaryFolder()
      let end = try await Shell.succeed(
        """
        mkdir shop && cd shop && git init -q -b main
        cp -R "$ROOT"/examples/shop/openapi.yaml "$ROOT"/examples/shop/migrations .
        git add --all && git commit -qm start && specforge init && git add --all && git commit -qm init && specforge generate
        specforge targets
        """, in: folder.path)
      for target in ["api-rust", "api-python", "workspace"] {
        #expect(end.output.contains("\n\(target): ") && end.output.contains("\n  \(target)  "))
      }
    }
  }
}
