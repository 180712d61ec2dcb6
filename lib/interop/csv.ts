import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

export type Column<Row> = { readonly head: string; readonly value: (row: Row) => Cell }

/**
 * RFC 4180 text with CRLF, after a byte order mark, without which spreadsheets do not recognise
 * UTF-8. Every text is quoted, and no number is. Null and numbers that are not finite become empty
 * cells.
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
    quoted_string: true,
    cast: {
      string: inert,
      number: (value) => (Number.isFinite(value) ? String(value) : ''),
    },
  })

/**
 * A spreadsheet would run such a text as a formula. An apostrophe in front keeps it text (OWASP,
 * "CSV Injection"). Opened with another separator than the comma, a spreadsheet splits a text in the
 * middle, quotes or not; so the apostrophe also stands where a part of the text would be a cell of
 * its own. Where there are apostrophes already, one is added, so that the text can be had back.
 */
export const inert = (text: string): string =>
  text
    .replace(/(^|[;|\t\r\n])([ \t\r\n"]*)('*)(?=[=+\-@＝＋－＠])/g, "$1$2'$3")
    .replace(/^(?='*[\t\r\n])/, "'")
