/**
 * How a field of a file stands in a form. `lines`: a list with a line for each entry; `pairs` and
 * `notes`: two texts on each line with a | between them; `sections`: `1-6 | Title`.
 */
export type Shape =
  | 'line'
  | 'text'
  | 'markdown'
  | 'lines'
  | 'pairs'
  | 'notes'
  | 'sections'
  | 'number'
  | 'choice'

export type Option = { readonly value: string; readonly label: string }

/** One input of a form. `name` is the field of the file; `holds.from` is `from` within `holds`. */
export type FieldSpec = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly shape: Shape
  /** For a choice. What can be picked from the course is filled in by its page. */
  readonly options?: readonly Option[]
  /** What can be picked for it from the course. */
  readonly picks?: Picks
}

/** Things of the course that a field names by their ids. */
export type Picks = 'lessons' | 'topics' | 'modules' | 'facts' | 'citations' | 'states'
