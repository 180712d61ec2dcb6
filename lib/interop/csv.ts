import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

export type Column<Row> = { readonly head: string; readonly value: (row: Row) => Cell }

/**
 * RFC 4180 text with CRLF, after a byte order mark, without which spreadsheets do not recognise
 * UTF-8. Null and numbers that are not finite become empty cells.
 */
export const toCsv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  csvHead(columns) + csvRows(columns, rows)

export const csvHead = <Row>(columns: readonly Column<Row>[]): string =>
  `\uFEFF${written([columns.map(({ head }) => head)])}`

/** Lines without a header, to be written after others. */
export const csvRows = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  written(rows.map((row) => columns.map(({ value }) => value(row))))

const written = (lines: Cell[][]): string =>
  stringify(lines, {
    record_delimiter: 'windows',
    // Cells are quoted even where only some readers need it: those that end a line at a single line
    // feed or trim cells.
    quote_record_delimiter: true,
    quoted_match: /^\s|\s$/,
    cast: {
      string: inert,
      number: (value) => (Number.isFinite(value) ? String(value) : ''),
    },
  })

/**
 * A spreadsheet would run such a text as a formula. An apostrophe in front keeps it text (OWASP,
 * "CSV Injection"). The library's own guard misses a text that begins with a line feed.
 */
export const inert = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)
