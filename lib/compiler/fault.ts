/**
 * A place in a course: `file` is relative to the course folder, `line` and `column` count from 1. Without a
 * `column` it is the whole line.
 */
export type Place = {
  readonly file: string
  readonly line: number
  readonly column?: number
}

/** One fault of a course. `rule` names the check, so that messages can be reworded freely. */
export type Fault = Place & { readonly rule: string; readonly message: string }

export const fault = (place: Place, rule: string, message: string): Fault => ({
  ...place,
  rule,
  message,
})

/**
 * Sorted by file, line, rule and message, without repetitions, so that the same faults always give
 * the same report.
 */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  const order = (a: Fault, b: Fault) =>
    compare(a.file, b.file) ||
    a.line - b.line ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  return [...faults]
    .sort(order)
    .filter((one, i, all) => i === 0 || order(all[i - 1] ?? one, one) !== 0)
}

/** Order by code units, which is the same in every locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
