/// The name of a rule that a diagnostic stands for; `playbook explain RULE` expands it.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  // Reading YAML
  case fileTooLarge = "file-too-large"
  case notUTF8 = "not-utf-8"
  case controlCharacter = "control-character"
  case yamlSyntax = "yaml-syntax"
  case tooDeep = "too-deep"
  case tooManyAliases = "too-many-aliases"
  case duplicateKey = "duplicate-key"
  case severalDocuments = "several-documents"
  case emptyFile = "empty-file"

  // The shape of a document
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongKind = "wrong-kind"
  case unknownWord = "unknown-word"
  case badIdentifier = "bad-identifier"
  case badValue = "bad-value"
  case unknownFile = "unknown-file"
  case missingFile = "missing-file"

  // What refers to what
  case unknownReference = "unknown-reference"
  case duplicateIdentifier = "duplicate-identifier"
  case factNeverAsked = "fact-never-asked"
  case factAskedLater = "fact-asked-later"
  case conditionNeverHolds = "condition-never-holds"
  case gateInCircle = "gate-in-circle"
  case proportionDoesNotEnd = "proportion-does-not-end"
  case proportionSilent = "proportion-silent-on-not-known"
  case levelNeverDecided = "level-never-decided"
  case timeOutOfOrder = "time-out-of-order"
  case repeatNeverEnds = "repeat-never-ends"
  case noStandDown = "no-stand-down"
  case factShadowsWord = "fact-shadows-word"
  case permissionAskedTwice = "permission-asked-twice"
  case permissionNeverAsked = "permission-never-asked"

  // Whether the levels stand in proportion to each other
  case channelLostAbove = "channel-lost-above"
  case approverLostAbove = "approver-lost-above"
  case fewerApprovalsAbove = "fewer-approvals-above"
  case fewerApprovalsInPublic = "fewer-approvals-in-public"
  case rhythmSlowerAbove = "rhythm-slower-above"
  case wordLimitGrows = "word-limit-grows"

  // What follows a message
  case noCorrection = "no-correction"
  case promiseWithoutUpdate = "promise-without-update"

  // Templates
  case placeholderSyntax = "placeholder-syntax"
  case unknownPlaceholder = "unknown-placeholder"
  case missingSubject = "missing-subject"
  case missingWords = "missing-words"
  case audienceWithoutChannel = "audience-without-channel"
  case unusedTemplate = "unused-template"
  case badSample = "bad-sample"

  // What a message may carry
  case channelBeyondAudience = "channel-beyond-audience"

  // What a sample's message would be told
  case messageStopped = "message-stopped"
  case messageWarned = "message-warned"
  case acceptedUnreadable = "accepted-unreadable"

  // What the proofs could not hold, over every path
  case stepNeverReached = "step-never-reached"
  case waitNeverEnds = "wait-never-ends"
  case rowNeverChosen = "row-never-chosen"
  case standDownOutOfReach = "stand-down-out-of-reach"
  case levelMayBeMissing = "level-may-be-missing"
  case factMayBeMissing = "fact-may-be-missing"
  case permissionMayBeMissing = "permission-may-be-missing"
  case markingAboveChannel = "marking-above-channel"
  case markingAboveAudience = "marking-above-audience"
  case handlingForbidsReach = "handling-forbids-reach"
  case presenceTells = "presence-tells"
  case approvalImpossible = "approval-impossible"
  case approvalHangsOnOne = "approval-hangs-on-one"
  case dueOutOfReach = "due-out-of-reach"
  case rhythmOutOfReach = "rhythm-out-of-reach"
  case longestIsStopped = "longest-is-stopped"
  case longestIsWarned = "longest-is-warned"
  case proofTooLarge = "proof-too-large"

  // Upkeep
  case reviewOverdue = "review-overdue"
  case reviewSoonDue = "review-soon-due"
  case preApprovalLapsed = "pre-approval-lapsed"
}
