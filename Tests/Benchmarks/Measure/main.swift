// What is measured from inside: `playbook-bench compose FILE...`, `playbook-bench fill LIBRARY`,
// `playbook-bench messages jinja|mustache LIBRARY`, which writes the same messages for those two to fill, and
// `playbook-bench run COUNT STATE LIBRARY`, which writes a run of so many events.
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("compose", 2...): print(try compositionRate(of: Array(arguments.dropFirst())))
case ("fill", 2): try measureFilling(of: SampleFilling.all(in: arguments[1]))
case ("messages", 3):
  guard let syntax = PeerSyntax(rawValue: arguments[1]) else { fallthrough }
  print(try peerMessages(in: arguments[2], syntax: syntax), terminator: "")
case ("run", 4):
  guard let count = Int(arguments[1]) else { fallthrough }
  try writeLongRun(of: count, in: arguments[2], library: arguments[3])
default:
  print(
    "usage: playbook-bench compose FILE... | fill LIBRARY | messages jinja|mustache LIBRARY | run COUNT STATE LIBRARY"
  )
}
