import { json } from '@/app/_http/answer-json'
import { checkReady } from '@/lib/server/operate/check-ready'

export const dynamic = 'force-dynamic'

/** 200 when the database answers and takes changes, and a course is published, else 503 with what is missing. */
export async function GET(): Promise<Response> {
  const readiness = await checkReady({ timeoutMs: 3000 })
  return json(readiness, readiness.status === 'ready' ? 200 : 503)
}
