import Foundation
import Testing

extension EndToEnd {
  /// Documents of real services, where `SPECFORGE_SPECS` names a folder of them with an `INDEX.tsv`.
  @Suite("Real documents")
  struct RealDocuments {
    private static let folder = ProcessInfo.processInfo.environment["SPECFORGE_SPECS"]

    @Test("every document is read without a crash, within 20 seconds and a gigabyte")
    func all() async throws {
      guard let folder = Self.folder else {
        print("note: SPECFORGE_SPECS names no folder of real documents; they are not read")
        return
      }
      let work = try TemporaryFolder()
      // One process each; what fails is printed, and at last the greatest time and memory.
      let finished = try await Shell.run(
        """
        SPECS='\(folder)' python3 "$ROOT/Tests/EndToEndTests/Cases/read-all.py" "$SPECFORGE"
        """, in: work.path)
      print(finished.output)
      #expect(finished.status == 0, "\(finished.all.suffix(4000))")
    }

    @Test("documents of different make become crates that compile without a warning")
    func crates() async throws {
      guard let folder = Self.folder else {
        print("note: SPECFORGE_SPECS names no folder of real documents; none is generated from")
        return
      }
      let work = try TemporaryFolder()
      let documents = Self.chosen.map { "'\(folder)/\($0)'" }.joined(separator: " ")
      let finished = try await Shell.run(
        #"""
        number=0; members=
        for document in \#(documents); do
          number=$((number + 1)); members="$members \"crate$number\","
          "$SPECFORGE" generate --input "$document" --adapter rust-axum --package "crate$number" --out "crate$number" 2> "$number.log" \
            || { echo "$document"; tail -20 "$number.log"; exit 1; }
        done
        printf '[workspace]\nresolver = "3"\nmembers = [%s]\n' "$members" > Cargo.toml
        for crate in crate*; do (cd $crate && cargo fmt --check > /dev/null) || { echo "format: $crate"; exit 1; }; done
        RUSTFLAGS=--deny=warnings cargo check -q --workspace --all-targets
        """#, in: work.path, frameworks: true)
      #expect(finished.status == 0, "\(finished.all.suffix(6000))")
    }

    @Test("the same documents become backends on FastAPI that linters and mypy praise, and that serve what was read")
    func packages() async throws {
      guard let folder = Self.folder else {
        print("note: SPECFORGE_SPECS names no folder of real documents; none is generated from")
        return
      }
      let work = try TemporaryFolder()
      let documents = Self.chosen.map { "'\(folder)/\($0)'" }.joined(separator: " ")
      let finished = try await Shell.run(
        #"""
        # One cache of types: what the backends import is the same.
        export PYTHONDONTWRITEBYTECODE=1 RUFF_NO_CACHE=true MYPY_CACHE_DIR="$PWD/types"
        cases="$ROOT/Tests/EndToEndTests/Cases"; number=0
        passes() { # PACKAGE, in its folder
          "$SPECFORGE_PYTHON" -m ruff format --check && "$SPECFORGE_PYTHON" -m ruff check && "$SPECFORGE_PYTHON" -m mypy \
            && "$SPECFORGE_PYTHON" "$cases/serve-contract.py" "$1" "../$1.json"
        }
        for document in \#(documents); do
          number=$((number + 1)); package="backend$number"
          "$SPECFORGE" generate --input "$document" --adapter python-fastapi --package "$package" --out "$package" 2> "$package.log" \
            && (cd "$package" && passes "$package") > "$package.log" 2>&1 \
            && "$(dirname "$(command -v schemathesis)")/python" "$cases/same-document.py" "$document" "$package.json" \
            || { echo "$document"; tail -40 "$package.log"; exit 1; }
        done
        """#, in: work.path, frameworks: true)
      #expect(finished.status == 0, "\(finished.all.suffix(6000))")
    }

    /// Petstore and documents of other makers, sizes and dialects.
    private static let chosen = [
      "swagger-petstore/src/main/resources/openapi.yaml", "adyen/json/NotificationConfigurationService-v4.json",
      "progenitor/sample_openapi/propolis-server.json", "twilio/spec/yaml/twilio_marketplace_v1.yaml",
      "xero/xero-projects.yaml", "oxide-third-party/specs/google/calendar/calendar.yaml",
      "apis-guru-2020/fulfillment.com/2.0/openapi.yaml",
    ]
  }
}
