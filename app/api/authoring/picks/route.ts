import { z } from 'zod'
import { answerJson } from '@/app/_http/answer-json'
import { ownRequest } from '@/app/_http/own-request'
import { Refusal } from '@/app/_http/refusal'
import { LOOKED_FOR } from '@/lib/authoring/forms/field-spec'
import { findPicks } from '@/lib/server/authoring/find-picks'
import { instructorScope } from '@/lib/server/scope'

const asked = z.object({
  draft: z.string(),
  course: z.string(),
  what: z.enum(LOOKED_FOR),
  query: z.string().max(200),
})

/** Facts, paragraphs, states or places for a field of a form. */
export async function GET(request: Request): Promise<Response> {
  return answerJson(async () => {
    const scope = instructorScope(await ownRequest('GET /api/authoring/picks', request))
    const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!parsed.success) throw new Refusal(400, 'This question cannot be answered.')
    const { draft, course, what, query } = parsed.data
    return findPicks(scope, { draftId: draft, course, what, query })
  })
}
