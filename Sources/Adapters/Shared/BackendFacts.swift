/// What an adapter tells about a backend that it makes, in no stack's words: enough to build, check and run it from outside.
///
/// All commands are run by a POSIX shell, in the backend's folder.
public struct BackendFacts: Hashable, Sendable {
  /// The language and what else it is built on, such as `Rust, Axum`.
  public var stack: String
  public var commands: BackendCommands
  /// What a machine of continuous integration needs before these commands run there.
  public var setup: [SetupStep]
  /// What such a machine keeps from one run to the next; nothing where all is fetched anew.
  public var cache: BuildCache?
  /// The variable of the environment that names the port at which it listens.
  public var portVariable: String
  /// The path that is answered with 200 once requests may be sent.
  public var readyPath: String
  /// Variables of the environment that a developer may want to set, with the backend's own defaults.
  public var environment: [Setting]
  public var database: BackendDatabase
  /// The image that its folder is built into; nothing where there is none.
  public var container: BackendContainer?

  public init(
    stack: String, commands: BackendCommands, setup: [SetupStep], cache: BuildCache?, portVariable: String,
    readyPath: String, environment: [Setting], database: BackendDatabase, container: BackendContainer?
  ) {
    self.stack = stack
    self.commands = commands
    self.setup = setup
    self.cache = cache
    self.portVariable = portVariable
    self.readyPath = readyPath
    self.environment = environment
    self.database = database
    self.container = container
  }
}

/// The command lines of a backend; those of one list are run in their order, each only after the one before succeeded.
public struct BackendCommands: Hashable, Sendable {
  /// What has to be there before any other command; nothing where the tools see to it themselves.
  public var preparation: Preparation?
  /// Nothing where the language needs no build.
  public var build: [String]
  /// Holds the layout of the code against its formatter, and the code against its linters and type checkers.
  public var lint: [String]
  public var test: [String]
  public var run: String

  public init(preparation: Preparation? = nil, build: [String], lint: [String], test: [String], run: String) {
    self.preparation = preparation
    self.build = build
    self.lint = lint
    self.test = test
    self.run = run
  }
}

/// A folder of tools and packages below the backend's, made anew whenever a file that it comes from changes.
public struct Preparation: Hashable, Sendable {
  public var folder: String
  public var sources: [String]
  public var commands: [String]

  public init(folder: String, from sources: [String], by commands: [String]) {
    self.folder = folder
    self.sources = sources
    self.commands = commands
  }
}

/// A name with a value, such as a variable of the environment with what holds where nothing is said.
public struct Setting: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A step that sets a machine of continuous integration up, such as by installing a compiler.
public enum SetupStep: Hashable, Sendable {
  /// An action in GitHub's sense, which other forges run as well, with its inputs.
  case action(name: String, uses: String, inputs: [Setting])
  case commands(name: String, [String])
}

/// What is worth keeping between two runs of continuous integration.
public struct BuildCache: Hashable, Sendable {
  /// Folders of the machine's user, beginning with `~/`.
  public var homeFolders: [String]
  /// Folders below the backend's.
  public var folders: [String]
  /// Files below the backend's folder: while they stay the same, so does what is kept.
  public var keys: [String]

  public init(homeFolders: [String], folders: [String], keys: [String]) {
    self.homeFolders = homeFolders
    self.folders = folders
    self.keys = keys
  }
}

/// On what a backend keeps its data.
public enum BackendDatabase: Hashable, Sendable {
  case none
  /// A file of its own. `variable` names where; in the container that is `url`, below the folder `folder`.
  case file(variable: String, url: String, folder: String)
  /// A PostgreSQL server; `variable` holds the URL of its database, `testVariable` that of one for tests.
  case postgres(variable: String, testVariable: String)
}

/// The image of a backend, built from the Dockerfile in its folder.
///
/// It runs as a user without rights, on a file system that cannot be written but for the folder of its database.
public struct BackendContainer: Hashable, Sendable {
  /// Where it listens in the container.
  public var port: Int
  /// The command in the container that succeeds while the backend is well.
  public var probe: [String]
  /// How long it may take to stop, in seconds.
  public var stopSeconds: Int

  public init(port: Int, probe: [String], stopSeconds: Int) {
    self.port = port
    self.probe = probe
    self.stopSeconds = stopSeconds
  }
}
