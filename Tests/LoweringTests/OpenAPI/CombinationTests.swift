import Testing

@Suite("Combinations of schemas")
struct CombinationTests {
  private let base = """
    Base: {type: object, required: [id], properties: {id: {type: integer}, kind: {type: string}}}
    """

  @Test func allOfIsOneStructure() throws {
    try checkSchemas(
      base + """

        Full:
          allOf:
            - $ref: '#/components/schemas/Base'
            - {type: object, required: [kind, extra], properties: {extra: {type: string}, id: {minimum: 1}}}
        Same: {allOf: [{$ref: '#/components/schemas/Base'}], description: The same.}
        Holder: {type: object, properties: {b: {allOf: [{$ref: '#/components/schemas/Base'}], description: The base.}}}
        """,
      """
      struct Base { id: int64, kind?: string }
      struct Full { id: int64(>=1), kind: string, extra: string }
      struct Same { id: int64, kind?: string }
      struct Holder { b?: Base }
      """)
  }

  @Test func conflictsAreReported() throws {
    try checkSchemas(
      """
      C:
        allOf:
          - {type: string}
          - {type: integer}
      """, "alias C = string", findings: ["4:schema-conflict"])
  }

  @Test func allOfOfItselfEnds() throws {
    try checkSchemas(
      "A: {type: object, allOf: [{$ref: '#/components/schemas/A'}], properties: {x: {type: string}}}", "struct A { x?: string }")
  }

  @Test func unionsWithAndWithoutDiscriminator() throws {
    try checkSchemas(
      """
      Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
      Dog: {type: object, required: [kind], properties: {kind: {const: dog}, bark: {type: string}}}
      Tagged:
        oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
        discriminator: {propertyName: kind, mapping: {tomcat: '#/components/schemas/Cat', cat: Cat}}
      Plain: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
      Any: {anyOf: [{type: string}, {$ref: '#/components/schemas/Dog'}, {type: 'null'}]}
      """,
      """
      struct Cat { kind: string, lives?: int64 }
      struct Dog { kind: DogKind, bark?: string }
      union Tagged by kind { Cat[tomcat cat] | Dog[dog] }
      union Plain one of { Cat | Dog }
      union Any first of { Text: string | Dog }
      enum DogKind: string { dog }
      """)
  }

  @Test func aDiscriminatorThatCannotTellIsDropped() throws {
    try checkSchemas(
      """
      A: {type: object, properties: {x: {type: string}}}
      B: {type: object, properties: {y: {type: string}}}
      U:
        oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
        discriminator: {propertyName: kind}
      """,
      """
      struct A { x?: string }
      struct B { y?: string }
      union U one of { A | B }
      """, findings: ["5:discriminator-dropped"])
  }

  @Test func whatStandsBesideAChoiceIsInEachVariant() throws {
    try checkSchemas(
      """
      Event:
        type: object
        required: [at]
        properties: {at: {type: string, format: date-time}}
        oneOf:
          - {title: Created, type: object, required: [id], properties: {id: {type: integer}}}
          - {title: Deleted, type: object, required: [reason], properties: {reason: {type: string}}}
      """,
      """
      union Event one of { Created: EventCreated | Deleted: EventDeleted }
      struct EventCreated { at: date-time, id: int64 }
      struct EventDeleted { at: date-time, reason: string }
      """)
  }

  @Test func alternativeSetsOfRequiredMembersAreNoUnion() throws {
    try checkSchemas(
      """
      S:
        type: object
        properties: {a: {type: string}, b: {type: string}}
        oneOf: [{required: [a]}, {required: [b]}]
      """, "struct S { a?: string, b?: string }", findings: ["4:constraint-dropped"])
  }

  @Test func aChildThatNamesItsParentIsAnOrdinaryVariant() throws {
    try checkSchemas(
      """
      Pet:
        type: object
        required: [kind]
        properties: {kind: {type: string}}
        discriminator: {propertyName: kind}
        oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
      Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {bark: {type: string}}}]}
      """,
      """
      union Pet by kind { Cat[Cat] | Dog[Dog] }
      struct Cat { kind: string, lives?: int64 }
      struct Dog { kind: string, bark?: string }
      """)
  }

  @Test func childrenOfAParentWithADiscriminatorAreItsVariants() throws {
    try checkSchemas(
      """
      Pet:
        type: object
        required: [kind]
        properties: {kind: {type: string}, name: {type: string}}
        discriminator: {propertyName: kind}
      Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
      Lion: {allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {mane: {type: boolean}}}]}
      Shape:
        type: object
        required: [t]
        properties: {t: {type: string}}
        discriminator: {propertyName: t, mapping: {round: Circle}}
      Circle: {allOf: [{$ref: '#/components/schemas/Shape'}]}
      Zoo: {type: object, properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
      """,
      """
      union Pet by kind { Cat[Cat] | Lion[Lion] | Pet: PetBase[Pet] }
      struct Cat { kind: string, name?: string, lives?: int64 }
      struct Lion { kind: string, name?: string, lives?: int64, mane?: bool }
      struct Shape { t: string }
      struct Circle { t: string }
      struct Zoo { pets?: [Pet] }
      struct PetBase { kind: string, name?: string }
      """)
  }

  @Test func unionsByTheSameMemberAreOne() throws {
    try checkSchemas(
      """
      A: {type: object, required: [t], properties: {t: {const: a}}}
      B: {type: object, required: [t], properties: {t: {type: string, enum: [b, bb]}}}
      C: {type: object, required: [t], properties: {t: {const: c}}}
      Inner: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: t}}
      Outer: {oneOf: [{$ref: '#/components/schemas/Inner'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: t}}
      """,
      """
      struct A { t: AT }
      struct B { t: BT }
      struct C { t: CT }
      union Inner by t { A[a] | B[b bb] }
      union Outer by t { A[a] | B[b bb] | C[c] }
      enum AT: string { a }
      enum BT: string { b, bb }
      enum CT: string { c }
      """)
  }

  @Test func choicesOfScalarsAndLists() throws {
    try checkSchemas(
      """
      Q: {oneOf: [{type: string}, {type: array, items: {type: string}}, {type: string, format: unknown-one}]}
      H: {type: object, properties: {id: {anyOf: [{type: integer}, {type: string, format: uuid}]}}}
      """,
      """
      union Q one of { Text: string | List: [string] }
      struct H { id?: HId }
      union HId first of { Integer: int64 | Text: uuid }
      """, findings: ["1:union-variants-alike", "1:format-unknown"])
  }

  @Test func namesThatLeadNowhereEnd() throws {
    try checkSchemas(
      """
      A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}
      B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}
      """,
      """
      alias A = json
      alias B = A
      """, findings: ["1:schema-recursive"])
  }
}
