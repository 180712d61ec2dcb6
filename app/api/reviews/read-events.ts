import { listIn, type Refusal, readOwnJson } from '@/app/_http/read-own-json'
import type { Result } from '@/lib/kernel/result'

const MAX_EVENTS = 500

/** The events of a request, not yet looked into. */
export async function readEvents(request: Request): Promise<Result<readonly unknown[], Refusal>> {
  const body = await readOwnJson(request)
  return body.ok ? listIn(body.value, 'events', MAX_EVENTS) : body
}
