import System

/// Whether somebody is there to see and to type.
enum Terminals {
  static var isInputTerminal: Bool { Descriptor.isTerminal(0) }
  static var isOutputTerminal: Bool { Descriptor.isTerminal(1) }
  /// A pipe with something in it, or a file: lines that a person or a script typed.
  static var isInputPipe: Bool { Descriptor.hasInput(0) }
}
