import Fixtures
import Stage
import Testing

/// A record leaves the machine in one file and stands up elsewhere.
@Suite struct BundleTranscripts {
  private func inRoom(_ body: (Room) async throws -> Void) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      _ = try await room.playbook(["start", "small", "--no-input", "--set", "place=Northfield"])
      try await body(room)
    }
  }

  @Test func aRunIsExportedVerifiedAndReadInElsewhere() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook export POST-0001
        POST-0001 written to POST-0001.tar: 3 events, 0 messages as sent, 27 files
        head DIGEST
        to read out: HEAD
        $ stat -c %a POST-0001.tar
        600
        $ playbook export POST-0001
        ! playbook: POST-0001.tar is there already; --replace writes over it, and -o names another file
        = 64
        $ playbook export POST-0001 --replace --quiet && playbook export POST-0001 -o again.tar --quiet && cmp POST-0001.tar again.tar
        $ playbook export POST-0001 -o nowhere/a.tar
        ! playbook: cannot write nowhere/a.tar: No such file or directory
        = 74
        $ playbook export POST-0009
        ! playbook: there is no run 'POST-0009'. `playbook runs` lists them
        = 3
        $ playbook verify again.tar
        again.tar: POST-0001: 3 events, nothing changed, cut or put in another order
        27 files, 0 messages as sent, all as the events say
        head DIGEST
        to read out: HEAD
        $ playbook import again.tar --state-dir other
        POST-0001 imported, 3 events; it can be read, and nobody can go on with it
        $ playbook import again.tar --state-dir other
        POST-0001 is here already, the same 3 events; nothing was changed
        $ playbook runs --state-dir other
        LIVE  POST-0001  Small incident  imported, open ...
        $ playbook status POST-0001 --state-dir other | head -2
        LIVE  POST-0001  Small incident
        Imported TIME. It can be read, and nobody can go on with it.
        $ playbook answer POST-0001 danger no --state-dir other
        ! playbook: POST-0001 was imported: it can be read, reported and verified here, and nobody can go on with it
        = 64
        $ playbook note POST-0001 Hello --state-dir other
        ! playbook: POST-0001 was imported: it can be read, reported and verified here, and nobody can go on with it
        = 64
        $ playbook resume --no-input --state-dir other
        ! playbook: no run is open. `playbook start PLAYBOOK` begins one
        = 3
        $ playbook verify POST-0001 --state-dir other | head -1
        POST-0001: 3 events, nothing changed, cut or put in another order
        """)
    }
  }

  @Test func aHeadThatWasReadOutIsHeldAgainstTheRecord() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook verify POST-0001 | sed -n 's/to read out: //p' > head && playbook answer POST-0001 danger no
        POST-0001 saved, event 4
        $ playbook verify POST-0001 --head "$(cat head)" | tail -1
        event 3 had this head; 1 event came after it
        $ playbook export POST-0001 --quiet && playbook verify POST-0001.tar --head "$(cat head)" | tail -1
        event 3 had this head; 1 event came after it
        $ playbook verify POST-0001 --head "$(cat head)" --json | grep -e headEvent -e eventsAfter -e isWhole
          "eventsAfterHead" : 1,
          "headEvent" : 3,
          "isWhole" : true,
        $ playbook verify POST-0001 --head 0000-0000-0000-0000 > /dev/null
        ! playbook: no event of POST-0001 has this head: the record was cut or changed since, or it is another run's
        = 7
        $ playbook verify POST-0001 --head "0000 0000"
        ! playbook: '0000 0000' is not a head: it has 16 to 64 hexadecimal digits, with or without blanks between them
        = 64
        """)
      try room.change("DROP TRIGGER events_remain; DELETE FROM events WHERE sequence > 2;")
      try await room.play(
        """
        $ playbook verify POST-0001 --head "$(cat head)" > /dev/null
        ! playbook: no event of POST-0001 has this head: the record was cut or changed since, or it is another run's
        = 7
        """)
    }
  }

  @Test func whatIsNoBundleOrADamagedOneIsToldAndNothingIsReadIn() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ playbook export POST-0001 -o a.tar --quiet; gzip -k a.tar && playbook verify a.tar.gz
        ! playbook: a.tar.gz: it is packed with gzip: unpack it first with `gunzip`, then give the file that comes out
        = 65
        $ echo hello > b.tar && playbook import b.tar --state-dir other
        ! playbook: b.tar: it is not a bundle: `playbook export RUN` writes one
        = 65
        $ playbook verify c.tar
        ! playbook: there is no file c.tar
        = 3
        $ sed 's/Northfield/Southfield/' a.tar > d.tar && playbook import d.tar --state-dir other
        ! playbook: d.tar: the bundle is damaged: event 3 does not fit its link: it was changed, cut out, put in or put in another order, or its link was
        = 7
        $ playbook verify d.tar --json
        {
          "isWhole" : false,
          "problem" : "event 3 does not fit its link: it was changed, cut out, put in or put in another order, or its link was"
        }
        ! playbook: d.tar: the bundle is damaged: event 3 does not fit its link: it was changed, cut out, put in or put in another order, or its link was
        = 7
        $ head -c 20000 a.tar > e.tar && playbook verify e.tar
        ! playbook: e.tar: the bundle is damaged: ...
        = 7
        $ ls -d other
        ! ls: cannot access 'other': No such file or directory
        = 2
        $ playbook start small --no-input --state-dir third | head -1 && playbook import a.tar --state-dir third
        POST-0001
        ! playbook: POST-0001 is here already with another record from event 1 on. Nothing was imported. To look at it, give it a folder of its own: `playbook import a.tar --state-dir DIR`
        = 64
        """)
    }
  }

  @Test func aLinkAndAPathOutOfTheFolderWriteNothing() async throws {
    try await inRoom { room in
      try await room.play(
        """
        $ mkdir POST-0009 && ln -s /etc/passwd POST-0009/bundle.json && tar --format=ustar -cf link.tar POST-0009/bundle.json && playbook import link.tar --state-dir other
        ! playbook: link.tar: the bundle is damaged: the header behind the beginning is that of a link; a bundle has plain files alone
        = 7
        $ echo x > evil && cd POST-0009 && tar --format=ustar -P -cf ../path.tar ../evil && cd .. && rm evil && playbook import path.tar --state-dir other
        ! playbook: path.tar: the bundle is damaged: the header behind the beginning has a name that a bundle cannot have: it would lie elsewhere than in the bundle's folder
        = 7
        $ ls -d evil other
        ! ls: cannot access 'evil': No such file or directory
        ! ls: cannot access 'other': No such file or directory
        = 2
        """)
    }
  }
}
