import Glibc

/// Reading and writing files; nothing is written but where the caller names it.
public enum Files {
  /// A whole file of at most `most` bytes.
  public static func read(_ path: String, most: Int) throws(SystemFault) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFault("open", path) }
    defer { close(file) }
    // One byte more than the file's size tells that it has ended; a pipe or a device has no size.
    var status = stat()
    let size = unsafe fstat(file, &status) == 0 ? max(0, min(Int(status.st_size), most)) : 0
    let isPlain = status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    while true {
      let room = bytes.isEmpty ? max(size + 1, 4096) : 64 * 1024
      var (count, code): (Int, Int32) = (0, 0)
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = unsafe Glibc.read(file, buffer.baseAddress, room)
        code = errno
        filled = max(0, count)
      }
      if count < 0 {
        if code == EINTR { continue }
        throw SystemFault("read", path, code: code)
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > most { throw SystemFault("read", path, reason: "it is larger than \(most) bytes") }
      if count == 0 || isPlain && count < room { return bytes }
    }
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether nobody but its owner can read or change a file.
  public static func isPrivate(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & 0o077 == 0
  }

  public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Every plain file below some folders, path with forward slashes to bytes; hidden ones and links are left out.
  ///
  /// At most 10,000 files, 8 deep and 64 MiB in all. What lies in a folder of `passingOver` is not read, and no
  /// file that has a name of `leavingOut`.
  public static func readTree(
    _ root: String, folders: [String], passingOver: Set<String> = [], leavingOut: Set<String> = []
  ) throws(SystemFault) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var total = 0
    var open = folders.filter { isFolder(root + "/" + $0) }.map { ($0, 0) }
    while let (folder, depth) = open.popLast() {
      for (name, isFolder) in try list(root + "/" + folder) where !name.hasPrefix(".") {
        let path = folder + "/" + name
        if isFolder {
          if depth < 8, !passingOver.contains(path) { open.append((path, depth + 1)) }
          continue
        }
        if leavingOut.contains(name) { continue }
        let bytes = try read(root + "/" + path, most: 4 << 20)
        total += bytes.count
        found[path] = bytes
        if found.count > 10_000 || total > 64 << 20 {
          throw SystemFault("read", root, reason: "it has more than 10,000 files or 64 MiB")
        }
      }
    }
    return found
  }

  /// The names of the plain files in a folder.
  public static func names(in folder: String) throws(SystemFault) -> [String] {
    try list(folder).filter { !$0.isFolder }.map(\.name)
  }

  /// The names of the folders in a folder; empty where it is not there.
  public static func folders(in folder: String) throws(SystemFault) -> [String] {
    isFolder(folder) ? try list(folder).filter(\.isFolder).map(\.name) : []
  }

  /// The names in a folder, and whether each is one itself; links and devices are left out.
  static func list(_ path: String) throws(SystemFault) -> [(name: String, isFolder: Bool)] {
    guard let folder = unsafe opendir(path) else { throw SystemFault("open", path) }
    defer { unsafe closedir(folder) }
    var found: [(String, Bool)] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      if let isFolder = unsafe isFolder(Int32(entry.pointee.d_type), path + "/" + name) {
        found.append((name, isFolder))
      }
    }
    return found
  }

  /// Whether an entry is a folder; nil for a link or a device. Not every file system says it in the listing.
  private static func isFolder(_ listed: Int32, _ path: String) -> Bool? {
    switch Int(listed) {
    case DT_DIR: return true
    case DT_REG: return false
    case DT_UNKNOWN: break
    default: return nil
    }
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return true
    case S_IFREG: return false
    default: return nil
    }
  }

  /// Makes a folder, and those above it, for its owner alone; one that is there is left as it is.
  public static func makePrivateFolder(_ path: String) throws(SystemFault) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makePrivateFolder(String(path[..<slash]))
    }
    if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { throw SystemFault("make", path) }
    if !isFolder(path) { throw SystemFault("make", path, reason: "a file of that name is in the way") }
  }

  /// Makes a folder, and those above it, that others may read.
  public static func makeFolder(_ path: String) throws(SystemFault) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    if unsafe mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemFault("make", path) }
  }

  /// Writes a file whole or not at all, synced before it takes its name.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(SystemFault) {
    let temporary = path + ".new"
    // What a crash left has its own mode, and may be a link to somewhere else.
    _ = unsafe unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = unsafe open(temporary, flags, mode_t(mode))
    guard file >= 0 else { throw SystemFault("write", path) }
    do throws(SystemFault) {
      try write(bytes, to: file, path: path)
      guard fsync(file) == 0 else { throw SystemFault("sync", path) }
    } catch {
      close(file)
      _ = unsafe unlink(temporary)
      throw error
    }
    close(file)
    guard unsafe rename(temporary, path) == 0 else {
      let fault = SystemFault("rename", path)
      _ = unsafe unlink(temporary)
      throw fault
    }
  }

  static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(SystemFault) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var poll = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          _ = unsafe Glibc.poll(&poll, 1, 1000)
          continue
        }
        throw SystemFault("write", path)
      }
      start += count
    }
  }

  public static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Writes to standard output (1) or standard error (2).
  public static func write(_ text: String, to descriptor: Int32) throws(SystemFault) {
    try write(Array(text.utf8), to: descriptor, path: descriptor == 1 ? "standard output" : "standard error")
  }
}

extension Files {
  /// Makes an empty file for its owner alone, where there is none.
  public static func touchPrivate(_ path: String) throws(SystemFault) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, mode_t(0o600))
    guard file >= 0 else { throw SystemFault("make", path) }
    close(file)
  }
}
