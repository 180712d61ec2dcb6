// How a roster is read. The reader is shown what was guessed, and chooses otherwise where it is wrong.

export const SEPARATORS = [
  [',', 'Comma ,'],
  [';', 'Semicolon ;'],
  ['\t', 'Tab'],
  ['|', 'Vertical line |'],
  ['，', 'Chinese comma ，'],
] as const

export type Separator = (typeof SEPARATORS)[number][0]

/** What a column holds. Several columns may hold first names, such as a patronymic: they are joined. */
export const COLUMN_ROLES = ['name', 'first', 'last', 'email', 'ignore'] as const

export type ColumnRole = (typeof COLUMN_ROLES)[number]

export type Reading = {
  readonly separator: Separator
  readonly columns: readonly ColumnRole[]
}

/** What is not chosen is guessed. Columns that are not named are ignored. */
export type ChosenReading = {
  readonly separator?: Separator | undefined
  readonly columns?: readonly ColumnRole[] | undefined
}

/** At most this many people are invited at once. */
export const MOST_PEOPLE = 5000

/** A line of cells. `line` counts from 1, and names the last line of a record that has several. */
export type Line = { readonly line: number; readonly cells: readonly string[] }

/** A person to invite, from one line of a file. The address is in the form of accounts. */
export type RosterRow = {
  readonly line: number
  readonly name: string
  readonly email: string
  /** Whether the name was written family name first, with a comma. */
  readonly turned: boolean
}
/** A line without a usable name or address, and the reason. `line` counts from 1. */
export type RosterFault = { readonly line: number; readonly text: string; readonly reason: string }
