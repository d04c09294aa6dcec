// swift-tools-version: 6.2
import PackageDescription

/// The settings that every target of the house is built with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Targets that touch C are built with strict memory safety besides.
let touchesC: Set<String> = ["YAML", "Digest", "System", "Record", "Stage"]

/// Targets that are C themselves.
let isC: Set<String> = ["CSystem", "CStage"]

let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "playbook",
  products: [.executable(name: "playbook", targets: ["playbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CSystem"),
    .target(name: "Time"),
    .target(name: "Diagnostics"),
    .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "Digest", dependencies: ["CSodium"]),
    .target(name: "Library", dependencies: ["YAML", "Diagnostics", "Digest", "Time", collections]),
    .target(name: "Messaging", dependencies: ["Library", "Diagnostics", "Digest", "Time", collections]),
    .target(
      name: "Running", dependencies: ["Messaging", "Library", "Diagnostics", "Digest", "Time", collections]),
    .target(
      name: "Checking",
      dependencies: ["Running", "Messaging", "Library", "Diagnostics", "Digest", "Time", collections]),
    .target(name: "System", dependencies: ["CSystem", "Time"]),
    .target(
      name: "Record",
      dependencies: [
        "CSQLite", "System", "Running", "Messaging", "Library", "Digest", "Time", collections,
      ]),
    .target(
      name: "Reporting",
      dependencies: ["Running", "Messaging", "Library", "Diagnostics", "Digest", "Time", collections]),
    .target(
      name: "Console",
      dependencies: [
        "Running", "Reporting", "Messaging", "Library", "Diagnostics", "Digest", "Time", collections,
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "Console", "Checking", "Reporting", "Record", "System", "Running", "Messaging", "Library",
        "Diagnostics", "Digest", "Time", collections, arguments,
      ]),
    .executableTarget(name: "playbook", dependencies: ["Commands"]),
    .executableTarget(
      name: "playbook-bench",
      dependencies: ["YAML", "Record", "Running", "System", "Messaging", "Library", "Time", collections],
      path: "Tests/Benchmarks/Measure"),
    .target(
      name: "Fixtures",
      dependencies: [
        "Running", "Messaging", "Library", "Diagnostics", "Digest", "System", "Time", collections,
      ],
      path: "Tests/Fixtures"),
    .target(name: "CStage", path: "Tests/CStage"),
    .target(
      name: "Stage",
      dependencies: ["CStage", "CSQLite", "Fixtures", "Digest", "Library", "System", collections],
      path: "Tests/Stage"),
    .testTarget(name: "TimeTests", dependencies: ["Time", "Fixtures"]),
    .testTarget(name: "DigestTests", dependencies: ["Digest"]),
    .testTarget(
      name: "MessagingTests",
      dependencies: [
        "Messaging", "Library", "Diagnostics", "Digest", "System", "Time", "Fixtures", collections,
      ],
      exclude: ["Cases", "Golden"]),
    .testTarget(name: "ManualTests", dependencies: ["Commands", arguments]),
    .testTarget(
      name: "CommandsTests",
      dependencies: ["Stage", "Fixtures", "playbook"]),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Stage", "Fixtures", "Running", "Messaging", "Library", "Diagnostics", "Digest", "Time",
        collections,
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Stage", "Fixtures", "Console", "Record", "Running", "Messaging", "Library", "System", "Time",
        collections, "playbook",
      ]),
    .testTarget(
      name: "CheckingTests",
      dependencies: [
        "Checking", "Running", "Messaging", "Library", "Diagnostics", "Digest", "Time", "Fixtures",
        collections,
      ]),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "Stage", "Fixtures"], exclude: ["Golden"]),
    .testTarget(name: "YAMLTests", dependencies: ["YAML", "Diagnostics", "Library", "Fixtures"]),
    .testTarget(
      name: "LibraryTests",
      dependencies: ["Library", "YAML", "Diagnostics", "Digest", "Time", "Fixtures", collections]),
    .testTarget(
      name: "RunningTests",
      dependencies: ["Running", "Messaging", "Library", "Digest", "System", "Time", "Fixtures", collections]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Running", "Messaging", "Library", "Digest", "Time", "Fixtures", "Stage", collections,
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "RecordTests",
      dependencies: [
        "CSQLite", "Record", "Running", "Messaging", "Library", "Digest", "System", "Time", "Fixtures",
        "playbook",
        collections,
      ],
      exclude: ["Golden"]),
  ]
)

for target in package.targets where target.type != .system && !isC.contains(target.name) {
  var settings = strict
  if touchesC.contains(target.name) { settings.append(.strictMemorySafety()) }
  target.swiftSettings = settings
}
