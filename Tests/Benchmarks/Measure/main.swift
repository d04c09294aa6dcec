// What is measured from inside: `playbook-bench compose FILE...`, `playbook-bench fill LIBRARY`, and
// `playbook-bench messages jinja|mustache LIBRARY`, which writes the same messages for those two to fill.
let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("compose", 2...): print(try compositionRate(of: Array(arguments.dropFirst())))
case ("fill", 2): try measureFilling(of: SampleFilling.all(in: arguments[1]))
case ("messages", 3):
  guard let syntax = PeerSyntax(rawValue: arguments[1]) else { fallthrough }
  print(try peerMessages(in: arguments[2], syntax: syntax), terminator: "")
default:
  print("usage: playbook-bench compose FILE... | fill LIBRARY | messages jinja|mustache LIBRARY")
}
