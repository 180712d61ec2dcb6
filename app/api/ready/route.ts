import { json } from '@/app/_http/answer-json'
import { checkParts } from '@/lib/server/operate/check-parts'

export const dynamic = 'force-dynamic'

/** Each part of what this process needs: 200 when it may get traffic, else 503. */
export async function GET(): Promise<Response> {
  const checked = await checkParts({ timeoutMs: 3000, now: Date.now() })
  return json(checked, checked.status === 'ready' ? 200 : 503)
}
