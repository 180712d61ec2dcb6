import { setTimeout as wait } from 'node:timers/promises'
import { hash } from '@node-rs/argon2'
import { uuidv7 } from 'uuidv7'
import type { HttpClient } from './http-client'
import { withClient } from './with-client'

export const PASSWORD = 'steppe-two-2026'

/** New analysts in the database at `url`, all with one password, which is hashed once. Their addresses. */
export async function makeAnalysts(url: string, count: number): Promise<readonly string[]> {
  const emails = Array.from({ length: count }, (_, i) => `analyst-${i + 1}@two.example`)
  const hashed = await hash(PASSWORD)
  await withClient(url, (client) =>
    client.query(
      `insert into "User" (id, email, name, "passwordHash", role, zone, "rolloverHour", "createdAt")
       select gen_random_uuid(), e, e, $2, 'learner', 'UTC', 4, now() - interval '1 day'
       from unnest($1::text[]) e`,
      [emails, hashed],
    ),
  )
  return emails
}

export type Sent = {
  /** Of the event. */
  readonly id: string
  /** When it was sent first, by `performance.now()`. */
  readonly at: number
  /** Of the request that was acknowledged. */
  readonly ms: number
  /** What became of the requests before it. */
  readonly failed: readonly string[]
  readonly stored: boolean
}

/** A browser never stops sending an answer anew; a test has to end. */
const PATIENCE_MS = 300_000

/** Sends one answer as a browser's outbox does: the same event again, until it is acknowledged. */
export async function answer(client: HttpClient, questionId: string): Promise<Sent> {
  const at = new Date().toISOString()
  const grade = { kind: 'grade', rating: 3, answer: null, durationMs: 4000, context: 'review' }
  const id = uuidv7()
  const body = { events: [{ id, questionId, at, ...grade }] }
  const failed: string[] = []
  const began = performance.now()
  while (performance.now() - began < PATIENCE_MS) {
    const startedAt = performance.now()
    const reply = await replyTo(client, body)
    const ms = performance.now() - startedAt
    if (reply.status === 200 && /"status":"(accepted|duplicate)"/.test(reply.text)) {
      return { id, at: began, ms, failed, stored: true }
    }
    failed.push(`${reply.status} ${reply.text.slice(0, 80)}`)
    await wait(500)
  }
  return { id, at: began, ms: PATIENCE_MS, failed, stored: false }
}

/** A connection may also be lost in the middle of the reply. */
async function replyTo(
  client: HttpClient,
  body: unknown,
): Promise<{ status: number; text: string }> {
  try {
    const response = await client.post('/api/reviews', body)
    return { status: response.status, text: await response.text() }
  } catch (error) {
    return { status: 0, text: String(error) }
  }
}
