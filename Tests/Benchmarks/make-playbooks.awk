# Makes playbooks of the size and shape of the one that is read.
#
#   -v count=N -v folder=DIR   N of them as DIR/incident-0001.yaml and on, with ids of steps and texts of their own
#   -v questions=N             the same playbook with a first step that asks N yes-no questions, on standard output
#
# Facts keep their names, for the shipped templates read them.

{ line[NR] = $0 }

# The line with the number put behind its text, or to each name of a step in it.
function distinct(text, number,   head, names, name, index_, all) {
  if (text ~ /^ *(- )?(playbook|purpose|use-when|ask|help|title|do|wait|review|stand-down): [^"\[{]/)
    return text " (" number ")"
  if (text ~ /^  - id: /) return text "-" number
  if (text ~ /^    after: \[/) {
    all = substr(text, index(text, "[") + 1)
    sub(/\]$/, "", all)
    names = split(all, name, /, */)
    head = "    after: ["
    for (index_ = 1; index_ <= names; index_++)
      head = head (index_ > 1 ? ", " : "") name[index_] "-" number
    return head "]"
  }
  return text
}

END {
  for (n = 1; n <= count; n++) {
    number = sprintf("%04d", n)
    path = folder "/incident-" number ".yaml"
    for (i = 1; i <= NR; i++) print distinct(line[i], number) > path
    close(path)
  }
  if (!questions) exit
  for (i = 1; i <= NR; i++) {
    print line[i]
    if (line[i] == "facts:")
      for (n = 1; n <= questions; n++)
        printf "  question-%02d: {ask: \"Question %d?\", type: yes-no}\n", n, n
    if (line[i] == "steps:") {
      printf "  - id: questions\n    title: Questions\n    due: T+1m\n    ask: ["
      for (n = 1; n <= questions; n++) printf "%squestion-%02d", (n > 1 ? ", " : ""), n
      print "]"
    }
  }
}
