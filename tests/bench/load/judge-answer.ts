import { NOTHING, type Tally } from './tally'

/** What became of a page that was asked for. */
export function judgePage(status: number, body: string): Tally {
  if (status === 200) return { ...NOTHING, accepted: 1 }
  return refusedWith(status, body, 1)
}

/** What became of each of the `sent` events of one `POST /api/reviews`. */
export function judgeReviews(status: number, body: string, sent: number): Tally {
  if (status !== 200) return refusedWith(status, body, sent)
  const results = listIn(parsed(body), 'results')
  if (results === null) return { ...NOTHING, unexplained: sent }
  const refused: Record<string, number> = {}
  let accepted = 0
  let duplicate = 0
  let unexplained = Math.max(0, sent - results.length)
  for (const result of results.slice(0, sent)) {
    const outcome = textIn(result, 'status')
    const reason = textIn(result, 'reason')
    if (outcome === 'accepted') accepted += 1
    else if (outcome === 'duplicate') duplicate += 1
    else if (reason === null) unexplained += 1
    else refused[reason] = (refused[reason] ?? 0) + 1
  }
  return { ...NOTHING, accepted, duplicate, refused, unexplained }
}

function refusedWith(status: number, body: string, sent: number): Tally {
  const said = textIn(parsed(body), 'error')
  // A redirect leads to the page for signing in, and other pages say in words what is wrong.
  if (said === null && status >= 500) return { ...NOTHING, unexplained: sent }
  return { ...NOTHING, refused: { [`HTTP ${status}${said ? ` ${said}` : ''}`]: sent } }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined

function textIn(value: unknown, key: string): string | null {
  const found = valueIn(value, key)
  return typeof found === 'string' ? found : null
}

function listIn(value: unknown, key: string): readonly unknown[] | null {
  const found = valueIn(value, key)
  return Array.isArray(found) ? found : null
}
