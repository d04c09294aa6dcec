extension Rule {
  /// What a rule is about; rules are listed by it, in this order.
  public enum Group: CaseIterable, Hashable, Sendable {
    case reading, shape, references, proportion, aftermath, templates, carrying, samples, proofs, upkeep

    public var title: String {
      switch self {
      case .reading: "Reading YAML"
      case .shape: "The shape of a document"
      case .references: "What refers to what"
      case .proportion: "Whether the levels stand in proportion to each other"
      case .aftermath: "What follows a message"
      case .templates: "Templates"
      case .carrying: "What a message may carry"
      case .samples: "What a sample's message would be told"
      case .proofs: "What the proofs could not hold, over every path"
      case .upkeep: "Upkeep"
      }
    }

    /// The rules of the group, in the order in which `Rule` lists them.
    public var rules: [Rule] { Rule.allCases.filter { $0.group == self } }
  }

  public var group: Group {
    switch self {
    case .fileTooLarge, .notUTF8, .controlCharacter, .yamlSyntax, .tooDeep, .tooManyAliases, .duplicateKey,
      .severalDocuments, .emptyFile:
      .reading
    case .unknownKey, .missingKey, .wrongKind, .unknownWord, .badIdentifier, .badValue, .unknownFile,
      .missingFile:
      .shape
    case .unknownReference, .duplicateIdentifier, .factNeverAsked, .factAskedLater, .conditionNeverHolds,
      .gateInCircle, .proportionDoesNotEnd, .proportionSilent, .levelNeverDecided, .timeOutOfOrder,
      .repeatNeverEnds, .noStandDown, .factShadowsWord, .permissionAskedTwice, .permissionNeverAsked:
      .references
    case .channelLostAbove, .approverLostAbove, .fewerApprovalsAbove, .fewerApprovalsInPublic,
      .rhythmSlowerAbove, .wordLimitGrows:
      .proportion
    case .noCorrection, .promiseWithoutUpdate: .aftermath
    case .placeholderSyntax, .unknownPlaceholder, .missingSubject, .missingWords, .audienceWithoutChannel,
      .unusedTemplate, .badSample:
      .templates
    case .channelBeyondAudience: .carrying
    case .messageStopped, .messageWarned, .acceptedUnreadable: .samples
    case .stepNeverReached, .waitNeverEnds, .rowNeverChosen, .standDownOutOfReach, .levelMayBeMissing,
      .factMayBeMissing, .permissionMayBeMissing, .markingAboveChannel, .markingAboveAudience,
      .handlingForbidsReach, .presenceTells, .approvalImpossible,
      .approvalHangsOnOne, .dueOutOfReach, .rhythmOutOfReach, .longestIsStopped, .longestIsWarned,
      .proofTooLarge:
      .proofs
    case .reviewOverdue, .reviewSoonDue, .preApprovalLapsed: .upkeep
    }
  }
}
