/** Where something stands: `file` is relative to the course folder, `line` counts from 1. */
export type Place = { readonly file: string; readonly line: number }

/** One thing wrong with a course. `rule` names the check, so that messages can be reworded freely. */
export type Fault = Place & { readonly rule: string; readonly message: string }

export const fault = (place: Place, rule: string, message: string): Fault => ({
  file: place.file,
  line: place.line,
  rule,
  message,
})

/** By file, line, rule, message, each once: the same faults always read the same. */
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

/** Plain code-unit order, the same in every locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
