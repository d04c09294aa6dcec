import Glibc

/// Whether somebody is there to see and to type.
enum Terminals {
  static var isInputTerminal: Bool { isatty(0) == 1 }
  static var isOutputTerminal: Bool { isatty(1) == 1 }
}
