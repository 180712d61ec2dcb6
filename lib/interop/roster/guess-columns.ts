import { oneLine } from '../../kernel/visible-text'
import { roleOfHead } from './heads'
import type { ColumnRole, Line } from './reading'

const LOOKED_AT = 50

const hasAt = (cell: string) => /[@＠]/.test(cell)

/**
 * Where the head of a table is: the first line with a head that is known, before any line with an
 * address. Titles and notes may stand above it. -1 when there is none.
 */
export function headAt(lines: readonly Line[]): number {
  const first = lines.findIndex(({ cells }) => cells.some(hasAt))
  const above = first === -1 ? lines : lines.slice(0, first)
  const found = above.map(({ cells }) => cells.filter((cell) => roleOfHead(cell) !== null).length)
  return found.indexOf(Math.max(1, ...found))
}

/** What each column seems to hold, by its head, and where there is none, by its cells. */
export function guessColumns(head: Line | null, body: readonly Line[]): readonly ColumnRole[] {
  const looked = body.slice(0, LOOKED_AT)
  const width = Math.max(head?.cells.length ?? 0, ...looked.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, at) => ({
    head: roleOfHead(head?.cells[at] ?? ''),
    cells: looked.map(({ cells }) => oneLine(cells[at] ?? '')).filter((cell) => cell !== ''),
  }))
  const roles = columns.map((column): ColumnRole => column.head ?? 'ignore')

  // Of several columns about mail, the one that holds addresses: others may hold labels.
  const addresses = columns.map(({ cells }) => cells.filter(hasAt).length)
  const weight = (at: number) =>
    (addresses[at] ?? 0) + (roles[at] !== 'email' ? 0 : addresses[at] ? 1000 : 0.5)
  const mailAt = columns.reduce((best, _, at) => (weight(at) > weight(best) ? at : best), 0)
  const withMail = roles.map((role, at): ColumnRole => {
    if (at === mailAt && weight(at) > 0) return 'email'
    return role === 'email' ? 'ignore' : role
  })
  return withNames(withMail, columns)
}

type Column = { readonly head: ColumnRole | null; readonly cells: readonly string[] }

function withNames(roles: readonly ColumnRole[], columns: readonly Column[]): ColumnRole[] {
  const has = (role: ColumnRole) => roles.includes(role)
  // A whole name beside its parts, and “Name” beside “Vorname” or “Nom” beside “Prénom”.
  if (has('name') && has('first') && has('last'))
    return roles.map((role) => (role === 'name' ? 'ignore' : role))
  if (has('name') && has('first')) return roles.map((role) => (role === 'name' ? 'last' : role))
  if (has('name') && has('last')) return roles.map((role) => (role === 'name' ? 'first' : role))
  if (has('first') !== has('last')) {
    // “Nombre” or “Nom” alone is the whole name.
    return roles.map((role) => (role === 'first' || role === 'last' ? 'name' : role))
  }
  if (has('name') || has('first')) return [...roles]

  const texts = columns.flatMap(({ cells }, at) =>
    roles[at] === 'ignore' && mostly(cells, (cell) => /\p{L}/u.test(cell)) ? [at] : [],
  )
  const [one, two] = texts
  const isWord = (at: number | undefined) =>
    at !== undefined && mostly(columns[at]?.cells ?? [], (cell) => !/[\s,]/.test(cell))
  const inTwo = isWord(one) && isWord(two) && two === (one ?? 0) + 1
  return roles.map((role, at) => {
    if (at === one) return inTwo ? 'first' : 'name'
    return inTwo && at === two ? 'last' : role
  })
}

const mostly = (cells: readonly string[], is: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(is).length * 2 > cells.length
