import Fixtures
import Glibc
import System
import Testing

/// A file is written whole or not at all, and words for one reader stay theirs.
@Suite struct FileWritingTests {
  @Test func nothingIsLeftWhereAFileCannotTakeItsName() throws {
    let scratch = Scratch()
    try Files.makeFolder(scratch.path + "/folder")
    #expect(throws: SystemFault.self) { try Files.write(Array("words".utf8), to: scratch.path + "/folder/") }
    #expect(throws: SystemFault.self) { try Files.write(Array("words".utf8), to: scratch.path + "/folder") }
    #expect(try Files.readTree(scratch.path, folders: ["folder"]).isEmpty)
    #expect(!Files.exists(scratch.path + "/folder.new") && !Files.exists(scratch.path + "/folder/.new"))
  }

  @Test func whatACrashLeftIsNotWrittenInto() throws {
    let scratch = Scratch()
    let elsewhere = scratch.path + "/elsewhere"
    try Files.write(Array("theirs".utf8), to: elsewhere, mode: 0o644)
    #expect(symlink(elsewhere, scratch.path + "/page.html.new") == 0)
    try Files.write(Array("words".utf8), to: scratch.path + "/page.html")
    #expect(try Files.read(elsewhere, most: 100) == Array("theirs".utf8))
    var entry = stat()
    #expect(lstat(scratch.path + "/page.html", &entry) == 0)
    #expect(entry.st_mode & 0o777 == 0o600)
    #expect(entry.st_mode & S_IFMT == S_IFREG)
  }
}
