import type { Column } from './column'

/** Upper and lower case are the same, and so are letters with and without their marks. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')

/**
 * The rows in which each of the words stands somewhere, in the order in which they came. Words are
 * sought in texts: who looks for “3” does not mean every figure with a 3 in it.
 */
export function foundRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  text: string,
): readonly Row[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return rows
  return rows.filter((row) => {
    const cells = columns.map(({ value }) => value(row)).filter((cell) => typeof cell === 'string')
    const all = plain(cells.join('\n'))
    return wanted.every((word) => all.includes(word))
  })
}
