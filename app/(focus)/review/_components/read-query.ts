import { MOST_CRAMMED } from '@/lib/review/cram'

export type Query = Readonly<Record<string, string | string[] | undefined>>

export type Asked = {
  readonly mode: 'review' | 'cram'
  /** Modules, topics or lessons. A review has at most one. */
  readonly scopes: readonly string[]
  /** The maximum number of cards in a cram. */
  readonly take: number
}

/** What the address asks for. Null when the address is invalid. */
export function readQuery({ mode, scope, take }: Query): Asked | null {
  if (mode !== undefined && mode !== 'cram' && mode !== 'review') return null
  const scopes = [scope ?? []].flat().filter((each) => each !== '')
  if (mode !== 'cram' && scopes.length > 1) return null
  const most = take === undefined ? MOST_CRAMMED : Number(take)
  if (!Number.isInteger(most) || most < 1) return null
  return { mode: mode ?? 'review', scopes, take: most }
}
