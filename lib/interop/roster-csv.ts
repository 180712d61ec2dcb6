import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { emailField, nameField } from '../account/fields'

/** A person to invite, from one line of a file. The address is in lower case. */
export type RosterRow = { readonly line: number; readonly name: string; readonly email: string }
/** A line without a usable name or address, and the reason. `line` counts from 1. */
export type RosterFault = { readonly line: number; readonly text: string; readonly reason: string }
export type Roster = {
  readonly rows: readonly RosterRow[]
  readonly faults: readonly RosterFault[]
}

const personSchema = z.object({ name: nameField, email: emailField })

const MOST_ROWS = 1000
const MOST_CHARACTERS = 300_000
const MAIL_HEADS = ['email', 'e-mail', 'mail', 'address', 'e-mail address', 'email address']
const NAME_HEADS = ['name', 'full name', 'analyst', 'person']

/**
 * Reads people from text separated by commas, semicolons or tabs. Quotes, a byte order mark and any
 * line ending are understood, and a header line is optional. Without one, the cell with an @ is the
 * address and the first other cell is the name. Every fault is reported with its line.
 */
export function readRoster(text: string): Roster {
  if (text.length > MOST_CHARACTERS) {
    return refused(`The text is too long: you can invite at most ${MOST_ROWS} people at once.`)
  }
  const cells = cellsOf(withoutSeparatorLine(text))
  if (!Array.isArray(cells)) return refused(cells.reason, cells.line)
  const heads = cells[0]?.cells.map((cell) => cell.toLowerCase()) ?? []
  const mailAt = heads.findIndex((head) => MAIL_HEADS.includes(head))
  const nameAt = heads.findIndex((head) => NAME_HEADS.includes(head))
  const body = mailAt === -1 ? cells : cells.slice(1)
  if (body.length > MOST_ROWS) {
    return refused(
      `There are ${body.length} lines, and at most ${MOST_ROWS} can be invited at once.`,
    )
  }
  const read = body.map((row) => rowOf(row, mailAt === -1 ? null : { mailAt, nameAt }))
  return withoutRepeats(read)
}

type Line = { readonly line: number; readonly cells: readonly string[] }
type Read = RosterRow | RosterFault
const isFault = (read: Read): read is RosterFault => 'reason' in read

const refused = (reason: string, line = 1): Roster => ({
  rows: [],
  faults: [{ line, text: '', reason }],
})

function cellsOf(text: string): Line[] | { readonly line: number; readonly reason: string } {
  try {
    const lines: Line[] = []
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      onRecord: (cells: string[], { lines: line }) => {
        lines.push({ line, cells })
        return null
      },
    })
    return lines
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    return { line, reason: 'A quotation mark is not closed, or is inside a word.' }
  }
}

// Excel may begin a file with `sep=;`. The line is emptied but not removed, so that line numbers
// stay the same.
const withoutSeparatorLine = (text: string): string => text.replace(/^\uFEFF?sep=[,;\t]/i, '')

/**
 * The separator of the cells: the most frequent of the three in the first line that is not empty.
 */
function delimiterOf(text: string): string {
  const line = text.split(/\r\n|\r|\n/).find((each) => each.trim() !== '') ?? ''
  const count = (mark: string) => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function rowOf(
  { line, cells }: Line,
  heads: { readonly mailAt: number; readonly nameAt: number } | null,
): Read {
  const mailAt = heads?.mailAt ?? cells.findIndex((cell) => cell.includes('@'))
  const nameAt = heads?.nameAt ?? cells.findIndex((cell, index) => index !== mailAt && cell !== '')
  const cellAt = (at: number) => cells[at] ?? ''
  const fault = (reason: string) => ({ line, text: cells.join(', '), reason })
  if (cellAt(mailAt) === '') return fault('The e-mail address is missing.')
  if (cellAt(nameAt) === '') return fault('The name is missing.')
  const person = personSchema.safeParse({ name: cellAt(nameAt), email: cellAt(mailAt) })
  if (person.success) return { line, ...person.data }
  return fault(person.error.issues.map(({ message }) => message).join(' '))
}

function withoutRepeats(read: readonly Read[]): Roster {
  const lines = new Map<string, number>()
  const rows: RosterRow[] = []
  const faults: RosterFault[] = []
  for (const each of read) {
    if (isFault(each)) {
      faults.push(each)
      continue
    }
    const before = lines.get(each.email)
    if (before === undefined) rows.push(each)
    else {
      const text = `${each.name}, ${each.email}`
      faults.push({ line: each.line, text, reason: `This address is already in line ${before}.` })
    }
    lines.set(each.email, before ?? each.line)
  }
  return { rows, faults }
}
