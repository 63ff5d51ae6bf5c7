/** A template as a catalogue has it: one text, or one for each plural form of the language, by the argument `count`. */
export type CatalogueEntry = string | Plural

/** CLDR's plural forms of a cardinal number: https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type Plural = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>

export type Catalogue = Readonly<Record<string, CatalogueEntry>>

/** The names in a template's curly brackets: `'host' | 'port'` of `'{host}, port {port}'`. */
export type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

/**
 * A part of a catalogue, as it is. The compiler holds every text to the names of its key: a translator who loses one,
 * or writes one that nobody fills, is told at once. A plural form may do without a name: "eine Nachricht".
 */
export function catalogue<const Entries extends Catalogue>(entries: Checked<Entries>): Entries {
  return entries as unknown as Entries
}

type Checked<Entries extends Catalogue> = {
  readonly [Key in keyof Entries]: Key extends string ? Fitting<NamesIn<Key>, Entries[Key]> : never
}

type Fitting<Names extends string, Text extends CatalogueEntry> = Text extends string
  ? Same<Names, NamesIn<Text>> extends true
    ? Text
    : { 'must have exactly these names': Names }
  : Text extends { other: infer Other extends string }
    ? Same<Names, NamesIn<Other>> extends true
      ? Text
      : { 'must have exactly these names': Names }
    : never

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false
