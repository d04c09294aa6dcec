public import OrderedCollections
public import Time

/// The folders `playbooks/` and `templates/`, read.
public struct Library: Sendable {
  public let organisation: Organisation
  /// Days on which nobody works.
  public let bankHolidays: OrderedDictionary<CivilDate, String>
  public let playbooks: OrderedDictionary<Playbook.ID, Playbook>
  public let templates: OrderedDictionary<Template.ID, Template>
  /// Nil where `templates/house-style.yaml` is not there or could not be read.
  public let houseStyle: HouseStyle?
  /// Nil where `templates/key-messages.yaml` is not there or could not be read.
  public let keyMessages: KeyMessages?
}
