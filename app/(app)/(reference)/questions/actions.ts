'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { longDate } from '@/app/_format/calendar-date'
import type { FormState } from '@/app/_forms/form-state'
import { runForm } from '@/app/_forms/run-form'
import { tellUndo } from '@/app/_undo/undo-cookie'
import { requireLearner } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import { asQuestionId } from '@/lib/kernel/ids'
import { isoDate } from '@/lib/kernel/study-day'
import { actInBulk } from '@/lib/server/study/bulk'
import { actAsked } from './_components/asked-of'
import { doneWords } from './_components/question-words'

/** `questionIds`: one or more ids, separated by spaces. `back`: the query of the list. */
const schema = z.object({
  questionIds: z
    .string()
    .trim()
    .transform((ids) => ids.split(/\s+/).filter(Boolean).map(asQuestionId)),
  kind: z.string(),
  day: z.string().optional(),
  back: z
    .string()
    .regex(/^(\?\S*)?$/)
    .max(2000)
    .optional(),
})

export async function actOnQuestions(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(schema, form, async ({ questionIds, kind, day, back }) => {
    const scope = await requireLearner('/questions#actOnQuestions')
    const act = actAsked(kind, day ?? null)
    if (act === null) throw new AppError('invalid_input', 'Choose what to do. Nothing was changed.')
    const now = Date.now()
    const done = await actInBulk(scope, { questionIds, act, now })
    const said = doneWords(act.kind, done, act.kind === 'move' ? longDate(isoDate(act.toDay)) : '')
    const undo = done === 0 ? null : ({ kind: 'questions', at: now } as const)
    await tellUndo(scope.user.id, { at: now, said, undo })
    redirect(`/questions${back ?? ''}`)
  })
}
