package import SpecDiagnostics
package import SpecDocuments
package import SpecIR

/// Reads the JSON that ``CoreModelJSON`` writes, so that a program can do with a CoreModel what SpecForge does.
///
/// Total: whatever the JSON says, there is either a model that keeps the rules of ``BehaviourVerifier`` and whose ids all lie in
/// range, or a finding at the first place that is wrong. Members that are not known are passed over, as a later version may add some.
package enum CoreReader {
  /// Returns the model, or nothing where it cannot be one; why is among the findings.
  package static func read(_ node: Node, into diagnostics: inout Diagnostics) -> CoreModel? {
    do throws(Misread) {
      let core = try CoreModel(CorePiece(root: node))
      let faults = faults(in: core)
      for fault in faults {
        diagnostics.report(.coreInvalid, "the behaviour of the model breaks a rule: \(fault)", at: node.range)
      }
      return faults.isEmpty ? core : nil
    } catch {
      diagnostics.report(.coreInvalid, error.message, at: error.node.range)
      return nil
    }
  }

  /// Where there is no database, functions are held against an empty one: what they ask of a table is then a fault.
  private static func faults(in core: CoreModel) -> [BehaviourFault] {
    var core = core
    core.database = core.database ?? Database(dialect: .sqlite)
    return BehaviourVerifier.faults(in: core)
  }
}

/// The first thing in the JSON that has no meaning; it ends the reading.
struct Misread: Error {
  let message: String
  let node: Node
}
