import { z } from 'zod'
import { emailField, nameField } from '../../account/fields'
import { oneLine } from '../../kernel/visible-text'
import { guessColumns, headAt } from './guess-columns'
import { guessSeparator } from './guess-separator'
import { mailboxesOf, mailboxOf } from './mailbox'
import { composedName, turnedRound } from './person-name'
import {
  type ChosenReading,
  type ColumnRole,
  type Line,
  MOST_PEOPLE,
  type Reading,
  type RosterFault,
  type RosterRow,
} from './reading'
import { recordsOf } from './records'

export type Roster = {
  readonly reading: Reading
  /** The head and the first lines as they stand in the file, for choosing columns; without a head null. */
  readonly sample: { readonly head: readonly string[] | null; readonly rows: readonly Line[] }
  readonly rows: readonly RosterRow[]
  readonly faults: readonly RosterFault[]
}

const MOST_CHARACTERS = 1_000_000
const SAMPLE_ROWS = 5

const person = z.object({ name: nameField, email: emailField })

/**
 * Reads people from a table or from a list that a mail program wrote. What `chosen` leaves open is
 * guessed: the separator, and the columns by their heads or their cells. Every fault is reported with
 * its line.
 */
export function readRoster(given: string, chosen: ChosenReading = {}): Roster {
  // A text that was put together from several may end its lines in several ways.
  const text = given.replace(/\r\n?/g, '\n')
  const separator = chosen.separator ?? guessSeparator(text.slice(0, MOST_CHARACTERS))
  if (text.length > MOST_CHARACTERS) {
    return refused(separator, `The text is too long. ${INVITE_FEWER}`)
  }
  const table = recordsOf(text, separator)
  const isTable = chosen.separator || chosen.columns || headAt(table.lines) !== -1
  const { listed, rest } = isTable ? { listed: [], rest: text } : withoutMailboxLists(text)
  const { lines, faults } = listed.length === 0 ? table : recordsOf(rest, separator)
  const at = headAt(lines)
  const head = lines[at] ?? null
  const body = lines.slice(at + 1)
  if (body.length + listed.length > MOST_PEOPLE) {
    const count = body.length + listed.length
    return refused(separator, `There are ${count} lines. ${INVITE_FEWER}`)
  }
  const columns = chosen.columns ?? guessColumns(head, body)
  const read = [...body.map((line) => rowOf(line, columns)), ...listed.map(mailboxRow)]
  const { rows, faults: more } = withoutRepeats(read.toSorted((a, b) => a.line - b.line))
  return {
    reading: { separator, columns },
    sample: { head: head?.cells ?? null, rows: body.slice(0, SAMPLE_ROWS) },
    rows,
    faults: [...faults, ...more].toSorted((a, b) => a.line - b.line),
  }
}

const INVITE_FEWER = `At most ${MOST_PEOPLE} people can be invited at once: divide the list. Nobody was invited.`

const refused = (separator: Reading['separator'], reason: string): Roster => ({
  reading: { separator, columns: [] },
  sample: { head: null, rows: [] },
  rows: [],
  faults: [{ line: 1, text: '', reason }],
})

type Read = RosterRow | RosterFault
const isFault = (read: Read): read is RosterFault => 'reason' in read

type Listed = { readonly line: number; readonly part: string }

/** Lines of mailboxes are read by themselves. They are emptied, so that the others keep their numbers. */
function withoutMailboxLists(text: string): { listed: readonly Listed[]; rest: string } {
  const listed: Listed[] = []
  const rest = text.split('\n').map((written, index) => {
    const parts = mailboxesOf(written)
    for (const part of parts ?? []) listed.push({ line: index + 1, part })
    return parts === null ? written : ''
  })
  return { listed, rest: listed.length === 0 ? text : rest.join('\n') }
}

function mailboxRow({ line, part }: Listed): Read {
  const { name, email } = mailboxOf(part.trim())
  return checked(line, part.trim(), name, email)
}

function rowOf({ line, cells }: Line, columns: readonly ColumnRole[]): Read {
  const text = cells.filter((cell) => cell !== '').join(', ')
  const of = (role: ColumnRole) =>
    cells.filter((cell, at) => columns[at] === role && oneLine(cell) !== '')
  const used = cells.filter((_, at) => (columns[at] ?? 'ignore') !== 'ignore')
  const broken = used.find(isSpreadsheetError)
  if (broken !== undefined) {
    return { line, text, reason: `A cell has an error of the spreadsheet: “${broken}”.` }
  }
  const [cell = ''] = of('email')
  if ((cell.match(/@|＠/g)?.length ?? 0) > 1 && /[;,/\s]/.test(cell.trim())) {
    return { line, text, reason: 'This cell has several addresses. Keep one of them.' }
  }
  const mailbox = mailboxOf(cell)
  const name = [...of('name'), composedName(of('first'), of('last'))].find((each) => each !== '')
  return checked(line, text, name ?? mailbox.name, mailbox.email)
}

/** `#N/A`, `#REF!`, `#NV`, `#Н/Д`, and the `####` of a column that is too narrow. */
const isSpreadsheetError = (cell: string): boolean =>
  /^#(?:[\p{Lu}/]+\d?(?:\/\d)?[!?]?|#+)$/u.test(oneLine(cell))

function checked(line: number, text: string, written: string, email: string): Read {
  const fault = (reason: string) => ({ line, text, reason })
  if (oneLine(email) === '') return fault('The e-mail address is missing.')
  if (written.trim() === '') return fault('The name is missing.')
  const turned = turnedRound(written)
  const parsed = person.safeParse({ name: turned ?? written, email })
  if (parsed.success) return { line, ...parsed.data, turned: turned !== null }
  return fault(parsed.error.issues.map(({ message }) => message).join(' '))
}

function withoutRepeats(read: readonly Read[]): Pick<Roster, 'rows' | 'faults'> {
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
