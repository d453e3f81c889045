import Foundation

/// What one stage took, in milliseconds.
struct Measurement {
  let wall: Double
  let cpu: Double

  /// The best of both: disturbances only ever add.
  func best(_ other: Measurement) -> Measurement { Measurement(wall: min(wall, other.wall), cpu: min(cpu, other.cpu)) }

  func line(_ name: String) -> String {
    let name = name.padding(toLength: 40, withPad: " ", startingAt: 0)
    return String(format: "  %@ %9.1f ms wall %9.1f ms cpu", name, wall, cpu)
  }
}

/// Runs a stage several times, at least once, and prints the best time of each kind.
@discardableResult
func measure<Result>(_ name: String, runs: Int = 3, _ body: () throws -> Result) rethrows -> Result {
  var (result, best) = try timed(body)
  for _ in 1..<max(1, runs) {
    let (again, now) = try timed(body)
    (result, best) = (again, best.best(now))
  }
  print(best.line(name))
  return result
}

private func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Measurement) {
  let (wall, cpu) = (DispatchTime.now().uptimeNanoseconds, cpuSeconds())
  let result = try body()
  let spent = Measurement(
    wall: Double(DispatchTime.now().uptimeNanoseconds - wall) / 1e6, cpu: (cpuSeconds() - cpu) * 1e3)
  return (result, spent)
}

/// The processor time of this process, user and system, in seconds.
private func cpuSeconds() -> Double {
  let usage = usage()
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// The most memory that this process has had, in MiB.
func peakMemory() -> Double { Double(usage().ru_maxrss) / 1024 }

private func usage() -> rusage {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage
}
