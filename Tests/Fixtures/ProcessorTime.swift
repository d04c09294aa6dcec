import Glibc

/// The seconds of processor time that the work takes on this thread, whatever else the machine does meanwhile.
public func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var moment = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
  let start = now()
  try work()
  return now() - start
}
