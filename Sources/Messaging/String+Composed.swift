// The standard library keeps normalisation behind this name; nothing else in pure Swift composes characters.
@_spi(_Unicode) import Swift

extension String {
  /// The scalars of the text in Normalisation Form C (Unicode Standard Annex 15).
  var composed: [Unicode.Scalar] {
    // ASCII and most of Latin 1 are composed as they stand.
    if unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return Array(unicodeScalars) }
    return Array(_nfc)
  }
}
