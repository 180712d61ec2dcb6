'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { wholeNumber } from '@/app/_forms/form-fields'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { requireLearner } from '@/lib/auth/scopes'
import { asInvitationId } from '@/lib/kernel/ids'
import { acceptOffer, declineOffer } from '@/lib/server/people/answer-offer'
import { startCatchUp, stopCatchUp } from '@/lib/server/study/catch-up'

const plan = z.object({ days: wholeNumber('Choose over how many days.') })

export async function spread(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(plan, form, async ({ days }) => {
    await startCatchUp(await requireLearner('/today#spread'), { days, now: Date.now() })
    refresh()
    return 'The plan is set.'
  })
}

export async function stopSpreading(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    await stopCatchUp(await requireLearner('/today#stopSpreading'))
    refresh()
    return 'The plan is stopped.'
  })
}

const answered = z.object({
  invitation: z.uuid().transform(asInvitationId),
  answer: z.enum(['accept', 'decline']),
})

export async function answerOffer(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(answered, form, async ({ invitation: invitationId, answer }) => {
    const scope = await requireLearner('/today#answerOffer')
    const input = { invitationId, now: Date.now() }
    await (answer === 'accept' ? acceptOffer(scope, input) : declineOffer(scope, input))
    refresh()
    return answer === 'accept' ? 'You have joined.' : 'You have declined.'
  })
}
