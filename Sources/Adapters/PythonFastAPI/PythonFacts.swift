public import SpecAdapters
public import SpecIR

extension PythonFastAPIAdapter {
  /// The interpreter of the image, and of continuous integration.
  static let pythonVersion = "3.13"

  public func facts(_ core: CoreModel, options: TargetOptions) -> BackendFacts? {
    let module = PythonPackage(options.package).module
    let python = ".venv/bin/python"
    return BackendFacts(
      stack: "Python, FastAPI",
      commands: BackendCommands(
        preparation: Preparation(
          folder: ".venv", from: ["pyproject.toml"],
          by: [
            "python3 -m venv .venv",
            // Groups of dependencies (PEP 735) are newer than the pip of some interpreters.
            "\(python) -m pip install --quiet 'pip>=25.1'", "\(python) -m pip install --quiet --editable . --group dev",
          ]),
        build: [], lint: ["ruff format --check", "ruff check", "mypy"].map { "\(python) -m \($0)" },
        test: ["\(python) -m pytest"],
        run: "\(python) -m \(module)"),
      setup: [
        .action(name: "Set up Python", uses: "actions/setup-python@v6", inputs: [Setting("python-version", Self.pythonVersion)])
      ],
      cache: BuildCache(homeFolders: ["~/.cache/pip"], folders: [], keys: ["pyproject.toml"]),
      portVariable: "PORT", readyPath: "/readyz", environment: BackendFacts.commonEnvironment,
      database: BackendFacts.database(of: core, on: options.database),
      container: BackendContainer(port: 3000, probe: ["python", "-m", module, "--probe"], stopSeconds: 20))
  }
}
