/** `?a=1&b=2` with the values that are set; an empty string when there are none. */
export function query(values: Readonly<Record<string, string | number | null>>): string {
  const set = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`
}

/** The first value of a search parameter, or null. */
export const first = (value: string | readonly string[] | undefined): string | null =>
  (typeof value === 'string' ? value : value?.[0]) || null

/** A page number from 1. Anything else counts as 1. */
export const pageOf = (value: string | null): number => Math.max(1, Math.trunc(Number(value)) || 1)
