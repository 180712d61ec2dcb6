import { Agent, request } from 'node:http'
import { gradedEvent } from '../../support/graded-event'
import type { Doing, Visitor } from './job'
import { judgePage, judgeReviews } from './judge-answer'
import { added, NOTHING, type Tally } from './tally'

/** One connection that is kept, as a browser has. */
export type Caller = {
  readonly page: (path: string) => Promise<Tally>
  readonly grades: (questionIds: readonly string[]) => Promise<Tally>
  readonly close: () => void
}

export function callerOf(visitor: Visitor): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (path: string, body: string | null) => exchange(visitor, agent, path, body)
  return {
    page: (path) => sentTwice(async () => send(path, null), judgePage),
    grades: (questionIds) => {
      const body = JSON.stringify({
        events: questionIds.map((questionId) => gradedEvent({ questionId })),
      })
      return sentTwice(
        async () => send('/api/reviews', body),
        (status, answer) => judgeReviews(status, answer, questionIds.length),
      )
    },
    close: () => agent.destroy(),
  }
}

/** The step of a visitor, to be called again and again. */
export function stepOf(caller: Caller, doing: Doing): () => Promise<Tally> {
  if (doing.kind === 'page') return () => caller.page(doing.path)
  const { questions, batch } = doing
  let turn = doing.from
  return () => {
    const ids = Array.from({ length: batch }, (_, i) => questions[(turn + i) % questions.length])
    turn += batch
    return caller.grades(ids.map((id) => id ?? ''))
  }
}

type Answer = { readonly status: number; readonly body: string }

/** A request whose connection was lost is sent once more, with the same events. */
async function sentTwice(
  send: () => Promise<Answer>,
  judge: (status: number, body: string) => Tally,
): Promise<Tally> {
  let lost = NOTHING
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const { status, body } = await send()
      return added(lost, judge(status, body))
    } catch (error) {
      lost = added(lost, { ...NOTHING, lost: { [nameOf(error)]: 1 } })
    }
  }
  return lost
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}

function exchange(
  { url, cookie }: Visitor,
  agent: Agent,
  path: string,
  body: string | null,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, url),
      {
        agent,
        method: body === null ? 'GET' : 'POST',
        headers: {
          ...(cookie !== '' && { cookie }),
          ...(body !== null && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}
