import { z } from 'zod'
import { reachField, wholeNumber } from '@/app/_forms/form-fields'
import { answerJson } from '@/app/_http/answer-json'
import { signedInLearner } from '@/app/_http/own-request'
import { Refusal } from '@/app/_http/refusal'
import { asCohortId } from '@/lib/kernel/ids'
import { estimateAssignment } from '@/lib/server/cohort/estimate-assignment'
import { cohortScope, instructorScope } from '@/lib/server/scope'

type Props = { params: Promise<{ id: string }> }

/** The fields of the form of an assignment. */
const asked = z.object({
  assignment: z.string().default(''),
  target: z.string().regex(/^(module|lesson) .+/),
  reach: reachField,
  when: z.enum(['on', 'after']),
  on: z.string().default(''),
  after: z.string().default(''),
  percent: wholeNumber('Enter the percentage as a whole number.'),
})

/** Who can be through by the due date of an assignment as it is being filled in. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return answerJson(async () => {
    const learner = await signedInLearner('GET /cohorts/[id]/assignments/estimate', request)
    const scope = await cohortScope(instructorScope(learner), asCohortId((await params).id))
    const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!parsed.success) throw new Refusal(400, 'The form is not complete yet.')
    const { assignment, target, reach, when, on, after, percent } = parsed.data
    const [kind = '', id = ''] = target.split(' ')
    return estimateAssignment(scope, {
      assignmentId: assignment === '' ? null : assignment,
      target: { kind: kind === 'module' ? 'module' : 'lesson', id },
      reach,
      due: when === 'on' ? { on } : { afterDays: Number(after) },
      targetPercent: percent,
      now: Date.now(),
    })
  })
}
