export type Cell = string | number | null

export type Column<Row> = { readonly head: string; readonly value: (row: Row) => Cell }

/**
 * RFC 4180 text with CRLF, after a byte order mark, without which spreadsheets take UTF-8 for
 * something else. Null and numbers that are none are empty cells.
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  let text = csvHead(columns)
  for (const row of rows) text += csvRow(columns, row)
  return text
}

export const csvHead = <Row>(columns: readonly Column<Row>[]): string =>
  `\uFEFF${line(columns.map(({ head }) => head))}`

export const csvRow = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  line(columns.map(({ value }) => value(row)))

const line = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = inert(cell)
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet would run such a text as a formula: an apostrophe keeps it text (OWASP, "CSV Injection"). */
export const inert = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)
