public import System

/// Why a bundle cannot be used.
public enum BundleFault: Error, Hashable, Sendable {
  case system(SystemFault)
  case store(StoreFault)
  /// It is no bundle, or none that this version reads.
  case unusable(String)
  /// It is a bundle that was changed: which member or event, and how.
  case damaged(String)

  /// What is wrong with the file of that name.
  public func message(_ path: String) -> String {
    switch self {
    case .system(let fault): fault.message
    case .store(let fault): fault.message
    case .unusable(let words): "\(path): \(words)"
    case .damaged(let words): "\(path): the bundle is damaged: \(words)"
    }
  }
}
