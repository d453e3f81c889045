/// English singular and plural, as far as names of tables, paths and schemas need them.
public enum Plural {
  /// Words whose plural follows no rule; the same in both columns for those that have one form.
  private static let irregular: [(singular: String, plural: String)] = [
    ("person", "people"), ("child", "children"), ("man", "men"), ("woman", "women"), ("foot", "feet"), ("tooth", "teeth"),
    ("mouse", "mice"), ("goose", "geese"), ("datum", "data"), ("medium", "media"), ("index", "indexes"), ("index", "indices"),
    ("vertex", "vertices"), ("matrix", "matrices"), ("criterion", "criteria"), ("analysis", "analyses"), ("crisis", "crises"),
    ("axis", "axes"), ("quiz", "quizzes"), ("leaf", "leaves"), ("life", "lives"), ("knife", "knives"), ("half", "halves"),
    ("shelf", "shelves"), ("wolf", "wolves"), ("hero", "heroes"), ("potato", "potatoes"), ("tomato", "tomatoes"),
    ("echo", "echoes"), ("veto", "vetoes"), ("movie", "movies"), ("cookie", "cookies"), ("zombie", "zombies"), ("tie", "ties"),
    ("pie", "pies"), ("lie", "lies"), ("cache", "caches"), ("house", "houses"), ("course", "courses"), ("purchase", "purchases"),
    ("release", "releases"), ("database", "databases"), ("response", "responses"), ("expense", "expenses"),
    ("license", "licenses"), ("lease", "leases"), ("case", "cases"), ("phase", "phases"), ("base", "bases"), ("use", "uses"),
    ("warehouse", "warehouses"), ("nurse", "nurses"), ("horse", "horses"), ("invoice", "invoices"), ("bus", "buses"),
    ("status", "statuses"), ("virus", "viruses"), ("bonus", "bonuses"), ("campus", "campuses"), ("gas", "gases"),
    ("alias", "aliases"), ("canvas", "canvases"), ("atlas", "atlases"), ("lens", "lenses"), ("series", "series"),
    ("species", "species"), ("news", "news"), ("sheep", "sheep"), ("fish", "fish"), ("equipment", "equipment"),
    ("information", "information"), ("metadata", "metadata"), ("software", "software"), ("feedback", "feedback"),
    ("inventory", "inventories"), ("size", "sizes"), ("prize", "prizes"), ("axe", "axes"), ("address", "addresses"),
  ]

  /// Returns the singular of a lower-case word; one that is singular already stays.
  public static func singular(of word: String) -> String {
    if let known = irregular.first(where: { $0.plural == word || $0.singular == word }) { return known.singular }
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
    return word.hasSuffix("s") && word.count > 1 ? String(word.dropLast()) : word
  }

  /// Returns the plural of a lower-case word; one that is plural already stays.
  public static func plural(of word: String) -> String {
    if let known = irregular.first(where: { $0.singular == word || $0.plural == word }) { return known.plural }
    if singular(of: word) != word { return word }
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) { return word.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
    return word + "s"
  }
}

extension Words {
  /// The words with the last one in the singular.
  public var singular: Words { Words(words: words.dropLast() + words.suffix(1).map(Plural.singular)) }

  /// The words with the last one in the plural.
  public var plural: Words { Words(words: words.dropLast() + words.suffix(1).map(Plural.plural)) }
}
