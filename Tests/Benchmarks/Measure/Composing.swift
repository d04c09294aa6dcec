import Glibc
import System
import YAML

/// The composer's rate in MB per second of processor time, as raw-events tells it.
func compositionRate(of paths: [String]) throws -> Double {
  let files = try paths.map { ($0, try Files.read($0, most: 1 << 20)) }
  let total = files.reduce(0) { $0 + $1.1.count }
  let best = bestSeconds(of: 200) {
    for (path, bytes) in files {
      precondition(compose(bytes, path: path).node != nil, "\(path) cannot be composed")
    }
  }
  return (Double(total) / 1e6 / best * 10).rounded() / 10
}

/// The least processor time that the work took in so many passes.
func bestSeconds(of passes: Int, _ work: () -> Void) -> Double {
  (0..<passes).reduce(.infinity) { best, _ in
    let start = processorSeconds()
    work()
    return min(best, processorSeconds() - start)
  }
}

func processorSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
