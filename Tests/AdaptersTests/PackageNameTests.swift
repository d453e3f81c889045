import SpecAdapters
import Testing

@Suite("Names of packages")
struct PackageNameTests {
  @Test(
    "a name in both spellings; one that is taken gets a word behind it",
    arguments: [
      ("shop", "shop", "shop"), ("Users API", "users_api", "users-api"), ("time", "time_app", "time-app"), ("", "app", "app"),
      ("2fast", "app_2fast", "app-2fast"),
    ])
  func spelled(name: String, snake: String, kebab: String) {
    let package = PackageName(name) { ["time"].contains($0) }
    #expect(package.snake == snake)
    #expect(package.kebab == kebab)
  }
}
