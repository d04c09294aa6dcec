import Fixtures
extension MarkedLibrary {
  /// Documents that cannot be read as YAML, and files that lie where nothing reads them.
  static let documents: [MarkedLibrary] = [
    MarkedLibrary(
      "a file too large is not read",
      [
        "templates/note/sms.md": String(repeating: "Stay inside. ", count: 6000)
          + "\nfile error: file-too-large: the file has 78000 bytes; 65536 is the most"
      ]),
    MarkedLibrary(
      "a file in Latin-1 is not read",
      [
        "templates/note/sms.md": """
        Stay in the café.
                       ^ error: not-utf-8: byte E9 is not UTF-8 here
        """
      ], isLatin1: true),
    MarkedLibrary(
      "a hidden character is told",
      playbook: """
        facts:
          area: {ask: Area\u{202E}affected, type: text}
                          ^ error: control-character: U+202E stands here
        steps: []
        """),
    MarkedLibrary(
      "a hidden character in a template is told, and no second thing for want of it",
      [
        "templates/note/sms.md": """
        Stay\u{200B} in\u{2066}side.
                ^ error: control-character: U+2066 stands here
        """
      ]),
    MarkedLibrary(
      "an unclosed bracket is told where it opens",
      playbook: """
        steps:
          - {id: log, do: Write
            ^ error: yaml-syntax: this '{' is not closed
          - {id: over, stand-down: Over}
        """),
    MarkedLibrary(
      "lists too deep are told",
      playbook: "steps: " + String(repeating: "[", count: 40) + "\n"
        + String(repeating: " ", count: 39) + "^ error: too-deep\n"),
    MarkedLibrary(
      "too many aliases are told",
      playbook: "facts: &f {}\nsteps: [" + String(repeating: "*f, ", count: 64) + "*f]\n"
        + String(repeating: " ", count: 264) + "^^ error: too-many-aliases: more than 64 aliases are used"),
    MarkedLibrary(
      "every key that stands twice is told, and what is wrong besides",
      playbook: """
        purpose: Again.
        ^^^^^^^ error: duplicate-key: 'purpose' stands twice in one map
        facts:
          a: {ask: Who?, type: text, ask: What?}
                                     ^^^ error: duplicate-key: 'ask' stands twice in one map
        steps:
          - {id: s, do: Ask, due: soon}
                                  ^^^^ error: bad-value: 'soon' is not a time against T
        """),
    MarkedLibrary(
      "a second document is told",
      playbook: """
        steps: []
        ---
        ^^^ error: several-documents: a second document begins here
        """),
    MarkedLibrary(
      "an empty file is told", ["playbooks/pre-planned/p.yaml": "file error: empty-file\n# nothing\n"]),
    MarkedLibrary(
      "files that are not read are told once",
      [
        "playbooks/local.yaml": "file warning: unknown-file: this file is not read\na: b",
        "playbooks/post-incident/old.yml": "file warning: unknown-file\na: b",
        "playbooks/post-incident/deep/p.yaml": "file warning: unknown-file\na: b",
        "playbooks/somewhere/p.yaml": "file warning: unknown-file\na: b",
        "playbooks/schemas/own.json": "{}", "playbooks/exercises/night.yaml": "a: b",
        "templates/readme.md": "file warning: unknown-file\nwords",
        "templates/note/notes.txt": "file warning: unknown-file: this file is not read\nwords",
        "templates/note/old/sms.md": "file warning: unknown-file: this file is not read\nwords",
      ]),
    MarkedLibrary(
      "a template without template.yaml is told, and no second thing for want of it",
      ["templates/note/template.yaml": "file error: missing-file: the template has no template.yaml"],
      absent: ["templates/note/template.yaml"]),
  ]
}
