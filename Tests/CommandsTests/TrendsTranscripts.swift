import Fixtures
import Stage
import Testing

/// `trends` over the runs of a state folder.
@Suite struct TrendsTranscripts {
  @Test func runsAreComparedAndFilteredAndWritten() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      _ = try await room.playbook(["start", "small", "--no-input", "--set", "loggist=Kit"])
      _ = try await room.playbook(["done", "POST-0001", "log"])
      _ = try await room.playbook(["export", "POST-0001", "--quiet"])
      _ = try await room.playbook(["start", "small", "--no-input"])
      try await room.play(
        """
        $ playbook trends | head -9
        OFFICIAL

        Small incident  post-incident/small
        2 runs: 2 live, 0 exercises, in order of their start
          L POST-0001 ...
        ...
        $ playbook trends small | grep -A1 'Open the log'
        Open the log: done, target T+5m
          L ▁o met 1 of 1, N min early, too few runs to tell
        $ playbook trends 'Small incident' --plain | grep -A2 'Open the log'
        Open the log: done, target T+5m
          L POST-0001 N min early, POST-0002 open: met 1 of 1, N min early, too few
            runs to tell
        $ LC_ALL=C playbook trends | grep -c ▁
        0
        = 1
        $ playbook trends --last 1 --json | grep -c '"run" : "POST-0001"'
        0
        = 1
        $ playbook trends -o trends.html && head -1 trends.html && stat -c %a trends.html
        <!doctype html>
        600
        $ playbook trends -o trends.csv && head -1 trends.csv | tr -d '\\r'
        playbook,run,mode,started,id,step,kind,title,target,outcome,seconds
        $ playbook import POST-0001.tar --state-dir other
        POST-0001 imported, ...
        $ playbook trends --state-dir other | sed -n 4p
        1 run: 1 live, 0 exercises, in order of their start
        $ playbook schema trends | head -3
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "trends",
        """)
    }
  }

  @Test func nothingFoundAndNothingMeantAreToldApart() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      try await room.play(
        """
        $ playbook trends
        ! no runs yet in ROOM/state; `playbook start PLAYBOOK` begins one
        $ playbook trends --json
        [

        ]
        ! no runs yet in ROOM/state; `playbook start PLAYBOOK` begins one
        $ playbook trends smal
        ! playbook: there is no playbook 'smal'. Did you mean 'small'?
        = 3
        $ playbook start small --no-input > /dev/null 2>&1 || playbook trends smal
        ! playbook: there is no playbook 'smal'. Did you mean 'small'?
        = 3
        $ playbook trends --exercises --json
        [

        ]
        ! there is no exercise yet; `playbook runs` lists what there is
        $ playbook trends --live --exercises
        ! Error: --live and --exercises leave nothing over. Give one of them, or neither
        ! ...
        = 64
        $ playbook trends --last 0
        ! Error: --last counts runs, from 1 on, and this is 0
        ! ...
        = 64
        """)
    }
  }

  @Test func aRunThatCannotBeReadIsNamedAndTheRestIsShown() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      for _ in 1...2 { _ = try await room.playbook(["start", "small", "--no-input"]) }
      try room.change(
        "DROP TRIGGER events_stay; UPDATE events SET payload = CAST('{}' AS BLOB) WHERE run = 'POST-0001'")
      try await room.play(
        """
        $ playbook trends | sed -n 4p
        1 run: 1 live, 0 exercises, in order of their start
        ! playbook: POST-0001: ...
        $ playbook trends > /dev/null
        ! playbook: POST-0001: ...
        = 7
        """)
    }
  }
}
