import { writtenInput, writtenOf } from '@/app/_authoring/written-input'
import { answerJson } from '@/app/_http/answer-json'
import { ownPost } from '@/app/_http/own-request'
import { Refusal } from '@/app/_http/refusal'
import { checkThing } from '@/lib/server/authoring/check-thing'
import { instructorScope } from '@/lib/server/scope'

/** What the compiler says of a form as it is being filled in, and how learners would see it. */
export async function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const { scope, body } = await ownPost(
      'POST /api/authoring/check',
      request,
      'Nothing was checked.',
    )
    const instructor = instructorScope(scope)
    const parsed = writtenInput.safeParse(body)
    if (!parsed.success) throw new Refusal(400, 'This is no form of the course. Reload the page.')
    return checkThing(instructor, { draftId: parsed.data.draft, written: writtenOf(parsed.data) })
  })
}
