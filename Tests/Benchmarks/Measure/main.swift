// What is measured from inside: `playbook-bench compose FILE...`, `playbook-bench fill LIBRARY`, and
// `playbook-bench messages jinja|mustache LIBRARY`, which writes the same messages for those two to fill;
// `playbook-bench append LIBRARY FOLDER COUNT PAYLOADS` and `playbook-bench grow LIBRARY FOLDER COUNT`, which begin a
// record in a new folder and write so many events into it.
// `playbook-bench run COUNT STATE LIBRARY` writes a walked run of so many events, to be reported.
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
case ("append", 5):
  try Recording(library: arguments[1], in: arguments[2]).append(
    Int(arguments[3]) ?? 1, payloads: arguments[4])
case ("grow", 4): try Recording(library: arguments[1], in: arguments[2]).grow(to: Int(arguments[3]) ?? 1)
default:
  print(
    "usage: playbook-bench compose FILE... | fill LIBRARY | messages jinja|mustache LIBRARY | run COUNT STATE LIBRARY | append LIBRARY FOLDER COUNT PAYLOADS | grow LIBRARY FOLDER COUNT"
  )
}
