/// `VERIFY.txt`: how a bundle is verified with tools that every computer has, without this program.
///
/// The text is the same in every bundle, so whoever has seen it once can compare it. A test takes the commands out of
/// it and runs them.
enum BundlePage {
  static let bytes = Array(text.utf8)

  private static let text = #"""
    THE RECORD OF ONE RUN, AND HOW TO VERIFY IT WITHOUT PLAYBOOK

    This folder is the whole record of one run of a communications playbook. A folder
    whose name begins with EXERCISE is the record of an exercise: nothing in it went out.

      bundle.json     what this is: the run, when it began and ended, how many events it has, its head
      events.jsonl    every event, in order, one JSON object on a line, exactly as it was recorded
      links.txt       the link of each event, on the same line: a SHA-256 over all events up to it
      library/        the playbook, the templates and the settings that the run was pinned to, by their digest
      messages/       the words of every message that was recorded as sent, exactly
      SHA256SUMS      the SHA-256 of every other file here

    Approvals are events of the kind "approved"; a signature, where an approval has one, stands in its event.

    What each check tells you:

      1. SHA256SUMS: no file was changed since the bundle was written, unless SHA256SUMS was written anew too.
      2. The chain: no event was changed, cut out, put in or put in another order, unless all links after it
         were worked out anew. Whoever does that gets another head.
      3. The head: so compare the head with one that was printed or read out earlier, from a
         report, a log or a witness's notes. Its first 16 digits are enough. Where they are the same, the record is
         the one that existed then. A head of an earlier event is found by the third command.
      4. The library and the messages: they are the ones that the events speak of.

    Open a terminal in this folder, and type or paste what stands between the lines of three marks.
    The commands need a POSIX shell and sha256sum (of GNU coreutils; on a Mac, `shasum -a 256` in its place).

    1. No file was changed. Nothing is printed where all is well.

    ```sh
    sha256sum -c --quiet --strict SHA256SUMS
    ```

    2. The chain, with Python 3, and with it the library and the messages. It ends with the number of events and the
    head.

    ```sh
    python3 - <<'END'
    import hashlib, json, os, sys

    def sha(data):
        return hashlib.sha256(data).digest()

    def field(data):
        return len(data).to_bytes(8, "big") + data

    def stop(words):
        sys.exit(words)

    events = open("events.jsonl", "rb").read().split(b"\n")
    links = open("links.txt", "rb").read().split(b"\n")
    if events.pop() or links.pop() or len(events) != len(links):
        stop("events.jsonl and links.txt do not have the same number of whole lines")
    link = sha(b"playbook record 1")
    libraries, words, sent = [], {}, {}
    for number, event in enumerate(events, 1):
        link = sha(link + sha(event))
        if link.hex().encode() != links[number - 1]:
            stop("event %d does not fit the link of its line" % number)
        event = json.loads(event)
        if "library" in event and event["library"] not in libraries:
            libraries.append(event["library"])
        message = (event.get("messages") or [None])[0]
        if "draft" in event:
            words[message] = dict(event["draft"])
        elif event["kind"] == "message-edited":
            words[message] = dict(words[message], text=event["text"], subject=event.get("subject"))
        elif event["kind"] == "message-sent" and message not in sent:
            sent[message] = words[message]
    for library in libraries:
        folder = os.path.join("library", library[:16])
        paths = []
        for place, _, names in os.walk(folder):
            for name in names:
                paths.append(os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/"))
        whole = field(b"playbook library 1")
        for path in sorted(paths):
            whole += field(path.encode()) + field(sha(open(os.path.join(folder, path), "rb").read()))
        if sha(whole).hex() != library:
            stop("%s is not the library that the events name" % folder)
    expected = {}
    for message, given in sent.items():
        name = "%s.%s" % (message, given["channel"])
        expected[name + ".txt"] = given["text"].encode()
        if given.get("subject") is not None:
            expected[name + ".subject.txt"] = given["subject"].encode()
    found = os.listdir("messages") if os.path.isdir("messages") else []
    if sorted(found) != sorted(expected):
        stop("messages/ does not hold the messages that were sent")
    for name, text in expected.items():
        if open(os.path.join("messages", name), "rb").read() != text:
            stop("messages/%s is not what the events say was sent" % name)
    print("%d events, head %s" % (len(events), link.hex()))
    END
    ```

    The chain alone, with a shell and perl, which every Debian has. It is slow: some hundred events in a second.

    ```sh
    link=$(printf 'playbook record 1' | sha256sum | cut -c 1-64)
    number=0
    while IFS= read -r event <&3 && read -r expected <&4; do
      number=$((number + 1))
      digest=$(printf '%s' "$event" | sha256sum | cut -c 1-64)
      link=$(perl -e 'print pack "H*", $ARGV[0]' "$link$digest" | sha256sum | cut -c 1-64)
      if [ "$link" != "$expected" ]; then
        echo "event $number does not fit the link of its line"
        exit 1
      fi
    done 3<events.jsonl 4<links.txt
    echo "$number events, head $link"
    ```

    3. A head that was read out earlier. Put its digits in the place of HEAD, in small letters and without blanks; the
    number of the event that had it is printed. Where nothing is printed, no event of this record has that head.

    ```sh
    grep -n "^${HEAD:-HEAD}" links.txt | cut -d : -f 1
    ```

    How the chain is made: the link before the first event is the SHA-256 of the words "playbook record 1". The link of
    an event is the SHA-256 of 64 bytes: the 32 bytes of the link before it, and the 32 bytes of the SHA-256 of the
    event's line without the end of the line.

    """#
}
