/// What no command says of itself.
extension ManualPage {
  static let description = """
    .Pp
    .Nm
    alone opens the start screen on a terminal, and prints help elsewhere.
    It sends nothing: an officer sends each message with the channel's own tool,
    and records here that it went out.
    .Pp
    Data goes to standard output.
    Questions, the clock and errors go to standard error.
    Without a terminal nothing is asked.
    No option and no variable approves anything, and none turns an exercise live.

    """

  static var exitStatus: String {
    ".Bl -tag -width Ds\n" + ExitStatus.all.map { ".It \($0.code)\n\(Roff.lines($0.meaning))" }.joined()
      + ".El\n"
  }

  static let environment = """
    .Sh ENVIRONMENT
    An option outranks its variable.
    .Bl -tag -width Ds
    .It Ev PLAYBOOK_LIBRARY
    The library's folder.
    Without it the library is looked for in the working folder and above it,
    then beside the program in
    .Pa ../share/playbook .
    .It Ev PLAYBOOK_STATE_DIR
    The state folder.
    .It Ev XDG_STATE_HOME , HOME
    Where the state folder lies otherwise.
    .It Ev PLAYBOOK_PASSPHRASE
    The passphrase of an approver's own key, for a script.
    .It Ev PLAYBOOK_OFFICER
    The officer's name, as the record should hold it.
    .It Ev PLAYBOOK_PLAIN , ACCESSIBLE
    Where either is set, plain lines.
    .It Ev NO_COLOR
    Where it is set, no colour.
    .It Ev TERM
    Where it is
    .Ql dumb ,
    no colour.
    .It Ev VISUAL , EDITOR
    The editor for long texts.
    .It Ev TZDIR
    The time zones' folder, where it is not
    .Pa /usr/share/zoneinfo .
    .El

    """

  static let files = """
    .Sh FILES
    .Bl -tag -width Ds
    .It Pa playbooks/organisation.yaml
    Roles, audiences, channels and levels of one partnership.
    .It Pa playbooks/bank\\-holidays.yaml
    The days that are not working days.
    .It Pa playbooks/*/*.yaml
    The playbooks, in a folder for each kind of scenario.
    .It Pa templates/*/
    The words of each message: a file for each channel.
    .It Pa templates/*/samples.accepted.txt
    What the samples sent when somebody last accepted it.
    .It Pa ~/.local/state/playbook/playbook.sqlite
    The record of every run, in the state folder.
    .It Pa ~/.local/state/playbook/roster.yaml
    People, their roles and how to reach them.
    It never leaves the state folder.
    .It Pa ~/.local/state/playbook/keys.json
    The keys of approvers that are known here.
    .It Pa ~/.local/state/playbook/keys/
    Your own keys, locked with their passphrases.
    .It Pa ~/.local/state/playbook/drafts/
    Text that was half typed when a run was left.
    .El

    """

  static let examples = """
    .Sh EXAMPLES
    Begin a run, walk it, leave it with
    .Ql q
    and come back:
    .Bd -literal -offset indent
    playbook start local\\-incident
    playbook resume
    .Ed
    .Pp
    Begin one by script, and ask what is open:
    .Bd -literal -offset indent
    export PLAYBOOK_OFFICER="Sam Okafor"
    playbook start local\\-incident \\-\\-set area=Northfield \\-\\-no\\-input
    playbook next POST\\-0001
    playbook answer POST\\-0001 danger yes \\-\\-source "Duty inspector"
    .Ed
    .Pp
    Draft, read out, approve, and record that it went out:
    .Bd -literal -offset indent
    playbook draft POST\\-0001 holding
    playbook show POST\\-0001 M4
    playbook approve POST\\-0001 M4 \\-\\-by "Priya Shah" \\-\\-how phone \\-\\-code CODE
    playbook sent POST\\-0001 M4
    .Ed
    .Pp
    Check a library, and read what a rule asks:
    .Bd -literal -offset indent
    playbook check \\-\\-strict
    playbook explain unknown\\-key
    .Ed

    """

  static let seeAlso = """
    .Sh SEE ALSO
    The officer's, the planner's and the comms lead's guide, in
    .Pa share/doc/playbook
    beside the program's
    .Pa bin .
    .Pp
    .Ql playbook schema
    prints the JSON Schema of each kind of document.

    """
}
