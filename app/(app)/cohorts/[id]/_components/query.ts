/** `?a=1&b=2` of what is set; empty for nothing. */
export function query(values: Readonly<Record<string, string | number | null>>): string {
  const set = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`
}

/** The first value of a search parameter; null for none. */
export const first = (value: string | readonly string[] | undefined): string | null =>
  (typeof value === 'string' ? value : value?.[0]) || null

/** A page number from 1; 1 for anything else. */
export const pageOf = (value: string | null): number => Math.max(1, Math.trunc(Number(value)) || 1)
