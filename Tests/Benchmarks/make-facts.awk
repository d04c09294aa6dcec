# Makes a playbook whose facts are all free of each other, as hostile to an exact proof as a table can be written.
#
#   -v facts=N -v folder=DIR   N yes-no facts, in DIR/playbooks/post-incident/facts.yaml and DIR/templates/note/
#
# Each row of the table pairs the facts anew, (a and b) or (c and d) and so on. The pairs are neighbours in the
# facts' numbers multiplied by a number of the row's own, modulo a prime: whatever order the facts are taken in,
# most rows pair facts that lie far apart in it.

# The fact's name, with as many digits as all of them.
function fact(number) { return sprintf("fact-%02d", number) }

function isPrime(number,   divisor) {
  for (divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor == 0) return 0
  return number > 1
}

# Puts the facts into `order` as the factor mixes them.
function mix(factor,   place, number, count) {
  for (place = 1; place < prime; place++) {
    number = factor * place % prime
    if (number <= facts) order[++count] = number
  }
}

# The condition that pairs the facts as they were mixed last, from the first place on, each pair with those answers.
function pairs(first, most, answer,   place, text, count) {
  for (place = first; place < facts && count < most; place += 2) {
    text = text (count++ ? ", " : "") "{" fact(order[place]) ": " answer ", " fact(order[place + 1]) ": " answer "}"
  }
  return "[" text "]"
}

function template(name, text) {
  print text > (folder "/templates/note/" name)
  close(folder "/templates/note/" name)
}

BEGIN {
  prime = facts + 1
  while (!isPrime(prime)) prime++
  # No small number, and nowhere near half of the prime, so that its multiples are spread out.
  stride = int(prime * 0.38)
  path = folder "/playbooks/post-incident/facts.yaml"
  print "playbook: " facts " free facts\nscenario: post-incident\npurpose: Take the proofs' time.\n" \
    "use-when: Never.\nowner: comms-lead\nreview-by: 2099-01-01\nmarking: OFFICIAL\n\nfacts:" > path
  for (n = 1; n <= facts; n++) printf "  %s: {ask: \"Fact %d?\", type: yes-no}\n", fact(n), n > path

  print "\nproportion:" > path
  rows = split("direct advise direct signpost advise", levels, " ")
  for (row = 1; row <= rows; row++) {
    mix(row * stride)
    print "  - {when: " pairs(1, facts, "[yes, not-known]") ", level: " levels[row] "}" > path
  }
  print "  - {level: reassure}" > path

  printf "\nsteps:\n  - id: known\n    ask: [" > path
  for (n = 1; n <= facts; n++) printf "%s%s", (n > 1 ? ", " : ""), fact(n) > path
  print "]\n  - {id: level, decide: proportion, decides: duty-director}" > path
  mix(2 * stride + 1)
  for (n = 1; n < facts; n++)
    printf "  - {id: look-%02d, do: \"Look into fact %d\", when: %s}\n", n, n, pairs(n, 2, n % 2 ? "yes" : "no") > path
  for (n = 1; n <= (facts + 9) / 10; n++) {
    mix((n + rows) * stride)
    printf "  - {id: tell-%02d, send: note, to: [partners], when: %s}\n", n, pairs(n, 5, "yes") > path
  }
  print "  - {id: over, stand-down: Thank people and close the log.}" > path
  close(path)

  template("template.yaml", "template: Note\nowner: comms-lead\nreview-by: 2099-01-01\nmarking: OFFICIAL\n" \
    "samples:\n  all: {" fact(1) ": yes}")
  words = "We are here, and this is what we know."
  template("sms.md", words "((" fact(1) "?? The first is so.))")
  template("email.md", "Subject: A note\n\n" words)
  template("resilience-direct.md", "Subject: A note\n\n" words)
}
