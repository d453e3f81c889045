public import SpecAdapters
public import SpecIR

extension RustAxumAdapter {
  /// The oldest compiler that builds a backend; also that of its image.
  static let rustVersion = "1.94"

  public func facts(_ core: CoreModel, options: TargetOptions) -> BackendFacts? {
    BackendFacts(
      stack: "Rust, Axum",
      commands: BackendCommands(
        build: ["cargo build"], lint: ["cargo fmt --check", "cargo clippy --all-targets -- -D warnings"], test: ["cargo test"],
        run: "cargo run"),
      setup: [
        .commands(
          name: "Set up Rust",
          [
            "rustup toolchain install \(Self.rustVersion) --profile minimal --component clippy,rustfmt --no-self-update",
            "rustup default \(Self.rustVersion)",
          ])
      ],
      cache: BuildCache(
        homeFolders: ["~/.cargo/registry", "~/.cargo/git"], folders: ["target"], keys: ["Cargo.toml", "Cargo.lock"]),
      portVariable: "PORT", readyPath: "/readyz", environment: BackendFacts.commonEnvironment,
      database: BackendFacts.database(of: core, on: options.database),
      container: BackendContainer(port: 3000, probe: [RustPackage(options.package).package, "--probe"], stopSeconds: 20))
  }
}
