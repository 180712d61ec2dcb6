/**
 * How a field of a file stands in a form. `lines`: a list with a line for each entry; `pairs` and
 * `notes`: two texts on each line with a | between them; `sections`: `1-6 | Title`; `numbers`: on one line;
 * `flag`: yes or empty; `rows`: a list of maps, each with inputs of its own; `image`: the name of a file of
 * the folder `images`.
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
  | 'numbers'
  | 'choice'
  | 'flag'
  | 'rows'
  | 'image'

export type Option = { readonly value: string; readonly label: string }

/**
 * One input of a form. `name` is the field of the file; `holds.from` is `from` within `holds`, and `at.0` the
 * first of `at`.
 */
export type FieldSpec = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly shape: Shape
  /** For a choice. What can be picked from the course is filled in by its page. */
  readonly options?: readonly Option[]
  /** What can be picked for it from the course. */
  readonly picks?: Picks
  /** Of rows: what each has, and what one is called. */
  readonly columns?: readonly FieldSpec[]
  readonly each?: string
}

/** Things of the course that a field names by their ids. */
export type Picks = (typeof LISTED)[number] | LookedFor

/** There are few of them, so that a choice shows all. */
const LISTED = [
  'lessons',
  'topics',
  'modules',
  'organisations',
  'entities',
  'aims',
  'events',
  'images',
] as const

/** What a form looks for in the course, because there are many. */
export const LOOKED_FOR = ['facts', 'citations', 'states', 'places'] as const
export type LookedFor = (typeof LOOKED_FOR)[number]

export const isLookedFor = (picks: Picks | undefined): picks is LookedFor =>
  LOOKED_FOR.some((one) => one === picks)
