import type { Figure, Row } from './row'

type Column = readonly [title: string, width: number, of: (row: Row) => string]

const fixed = (value: number | null | undefined, digits: number): string =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits)

const COLUMNS: readonly Column[] = [
  ['clients', 7, ({ clients }) => String(clients)],
  ['n', 6, ({ n }) => String(n)],
  ['p50 ms', 8, ({ p50Ms }) => fixed(p50Ms, 1)],
  ['p95 ms', 8, ({ p95Ms }) => fixed(p95Ms, 1)],
  ['p99 ms', 8, ({ p99Ms }) => fixed(p99Ms, 1)],
  ['a second', 8, ({ perSecond }) => fixed(perSecond, 0)],
  ['app CPU', 8, ({ cost }) => fixed(cost?.appMs, 1)],
  ['db CPU', 7, ({ cost }) => fixed(cost?.postgresMs, 1)],
  ['statem.', 7, ({ cost }) => fixed(cost?.statements, 1)],
  ['x floor', 7, ({ ratio }) => fixed(ratio, 2)],
]
const WIDTH = 50

/** One line a row. CPU in ms and statements are those of one request. */
export function rowTable(rows: readonly Row[]): string {
  const head = COLUMNS.map(([title, width]) => title.padStart(width)).join(' ')
  const lines = rows.map((row) => {
    const cells = COLUMNS.map(([, width, of]) => of(row).padStart(width)).join(' ')
    return `${row.what.padEnd(WIDTH)} ${cells}`
  })
  return [`${''.padEnd(WIDTH)} ${head}`, ...lines].join('\n')
}

export const figureTable = (figures: readonly Figure[]): string =>
  figures
    .map(({ what, value, unit, note }) =>
      `${what.padEnd(WIDTH)} ${(value === null ? '–' : String(value)).padStart(9)} ${unit}${note ? `  (${note})` : ''}`.trimEnd(),
    )
    .join('\n')

/** What was refused, lost or left without a reason, one line a row that has any; '' for none. */
export function refusalTable(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ what, clients, tally }) => {
    const parts = [
      ...Object.entries(tally.refused).map(([reason, count]) => `${count} refused: ${reason}`),
      ...Object.entries(tally.lost).map(([reason, count]) => `${count} lost: ${reason}`),
      ...(tally.unexplained > 0 ? [`${tally.unexplained} without a reason`] : []),
    ]
    return parts.length === 0 ? [] : [`${what}, ${clients} clients: ${parts.join('; ')}`]
  })
  return lines.join('\n')
}
