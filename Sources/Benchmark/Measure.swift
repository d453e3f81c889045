import Foundation

/// What one stage took: the best of several runs, as disturbances only ever add.
struct Measurement {
  let name: String
  var wall: Double
  var cpu: Double

  var line: String {
    let name = name.padding(toLength: 34, withPad: " ", startingAt: 0)
    return String(format: "  %@ %9.1f ms wall %9.1f ms cpu", name, wall, cpu)
  }
}

/// Runs a stage several times and prints the best time of each kind.
@discardableResult
func measure<Result>(_ name: String, runs: Int = 3, _ body: () throws -> Result) rethrows -> Result {
  var best: Measurement?
  var last: Result?
  for _ in 0..<max(1, runs) {
    let (wall, cpu) = (DispatchTime.now().uptimeNanoseconds, cpuSeconds())
    let result = try body()
    let now = Measurement(
      name: name, wall: Double(DispatchTime.now().uptimeNanoseconds - wall) / 1e6, cpu: (cpuSeconds() - cpu) * 1e3)
    best = Measurement(name: name, wall: min(best?.wall ?? now.wall, now.wall), cpu: min(best?.cpu ?? now.cpu, now.cpu))
    last = result
  }
  print(best!.line)
  return last!
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
