import { MOST_CRAMMED } from '@/lib/review/cram'

export type Query = Readonly<Record<string, string | string[] | undefined>>

export type Asked = {
  readonly mode: 'review' | 'cram'
  /** Modules or topics; a review has one at most. */
  readonly scopes: readonly string[]
  /** Cards of a cram, at most. */
  readonly take: number
}

/** What the address asks for; null when it makes no sense. */
export function readQuery({ mode, scope, take }: Query): Asked | null {
  if (mode !== undefined && mode !== 'cram' && mode !== 'review') return null
  const scopes = [scope ?? []].flat().filter((each) => each !== '')
  if (mode !== 'cram' && scopes.length > 1) return null
  const most = take === undefined ? MOST_CRAMMED : Number(take)
  if (!Number.isInteger(most) || most < 1) return null
  return { mode: mode ?? 'review', scopes, take: most }
}
