extension Syllables {
  /// Words that the rules miscount, as the CMU Pronouncing Dictionary counts them, apostrophes left out.
  static let exceptions: [String: Int] = {
    var table: [String: Int] = [:]
    for (count, words) in listed {
      for word in words.split(separator: " ") { table[String(word)] = count }
    }
    return table
  }()

  private static let listed: [(Int, String)] = [
    (
      1,
      """
      aisle eye eyes george isle league mosque mosques plague prayer prayers rogue tongue vague
      """
    ),
    (
      2,
      """
      antique baseline billion billions brilliant business cafe centre centres chaos chocolate \
      colleague colleagues colonel create cruel duel evening evenings facebook fatigue fire fires \
      fireworks forecast forecasts forehead foremost foresee fuel giant hatred hire hour hourly hours \
      hundred interest interests maybe million millions naive naked nineteenth our ours people peoples \
      poem poet preempt ragged react reuse rhythm sacred safeguard safety savior science senior \
      several sidewalk soldier soldiers surgeon surgeons technique theory timeline tire tired \
      transient unique useful warehouse wednesday whitewash wicked william wire wires
      """
    ),
    (
      3,
      """
      alienate anyone areas behavior behaviour behaviours businesses catalogue civilian civilians \
      coincide convenient created creation creator cyclist cyclists desire dialogue empire entire \
      especially everything everywhere familiar ideas influence interested interesting likelihood \
      linear museum nuclear orient peculiar poetry reaction reactive reassure reassured reassures \
      recipe recipes recovery reinforce require required requires safeguarding simile spokespeople \
      spokesperson takeover temperature theatre umpire valuables vegetable warehouses whoever
      """
    ),
    (
      4,
      """
      aforementioned apostrophe catastrophe cooperate coordinate enquiries everybody everybodys \
      experience experienced glorifying influences inquiries reality reassurance reassuring
      """
    ),
    (
      5,
      """
      cooperation coordinated coordinating coordinator experiences
      """
    ),
    (
      6,
      """
      extraordinary
      """
    ),
    (
      7,
      """
      confidentiality
      """
    ),
  ]
}
