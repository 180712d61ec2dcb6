'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { requireLearner } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import { count } from '@/lib/kernel/count'
import type { CohortId } from '@/lib/kernel/ids'
import { reopenCohort } from '@/lib/server/cohort/cohort-life'
import { putBack } from '@/lib/server/cohort/cohort-membership'
import { type Undone, undoSeveral } from '@/lib/server/cohort/undo-several'
import { closeExam } from '@/lib/server/exam/close-exam'
import { enableAccount } from '@/lib/server/people/disable-account'
import { allowInCohort, allowInvitation } from '@/lib/server/people/revoke-invitation'
import {
  adminScope,
  cohortScope,
  instructorScope,
  type LearnerScope,
  openCohortScope,
} from '@/lib/server/scope'
import { undoBulk } from '@/lib/server/study/bulk'
import { UNDO_TAKEN_MS, type Undoable } from '@/lib/server/undo-note'
import type { FormState } from '../_forms/form-state'
import { runForm } from '../_forms/run-form'
import { tellUndo, toldUndo } from './undo-cookie'

/** Undoes what this person did last, if that was less than a minute ago. */
export async function takeBack(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(z.object({}), form, async () => {
    const scope = await requireLearner('/_undo#takeBack')
    const now = Date.now()
    const told = await toldUndo(scope.user.id, { now, longestMs: UNDO_TAKEN_MS })
    if (told?.undo == null) {
      throw new AppError(
        'invalid_input',
        'It is too late to undo this here, so nothing was changed. The page still shows what was done.',
      )
    }
    const said = await undone(scope, told.undo, now)
    await tellUndo(scope.user.id, { at: now, said, undo: null })
    revalidatePath('/', 'layout')
    return said
  })
}

async function undone(scope: LearnerScope, undo: Undoable, now: number): Promise<string> {
  if (undo.kind === 'questions') {
    const acts = await undoBulk(scope, { at: undo.at, now })
    return `Undone: ${count(acts, 'question')} ${acts === 1 ? 'is' : 'are'} as before.`
  }
  // Who may not instruct is refused here, whatever the note says.
  const instructor = instructorScope(scope)
  const instructed = (id: CohortId) => cohortScope(instructor, id)
  switch (undo.kind) {
    case 'archived':
      await reopenCohort(await instructed(undo.cohort), { now })
      return 'Undone: the cohort is open again.'
    case 'exam-closed': {
      const input = { examId: undo.exam, close: false, closesAt: undo.closesAt, now }
      await closeExam(await openCohortScope(instructor, undo.cohort), input)
      return 'Undone: the exam is open again.'
    }
    case 'revoked': {
      const input = { invitationId: undo.invitation, now }
      if (undo.cohort !== null) await allowInCohort(await instructed(undo.cohort), input)
      else await allowInvitation(adminScope(instructor), input)
      return 'Undone: the invitation can be used again.'
    }
    case 'removed':
      await putBack(await openCohortScope(instructor, undo.cohort), { member: undo.member, now })
      return 'Undone: the person is in the cohort again, with the same joining date.'
    case 'disabled':
      await enableAccount(adminScope(instructor), { userId: undo.user, now })
      return 'Undone: the person can sign in again, with the same password as before.'
    case 'several': {
      const scope = await openCohortScope(instructor, undo.cohort)
      return undoneWords(await undoSeveral(scope, { actId: undo.act, now }))
    }
  }
}

function undoneWords(undone: Undone | null): string {
  if (undone === null) return 'This was undone before.'
  const people = count(undone.people, 'analyst')
  switch (undone.kind) {
    case 'extended':
      return `Undone: the due date of ${people} is as it was before.`
    case 'moved':
      return `Undone: ${people} moved back to this cohort.`
    case 'messaged':
      return `Undone: the message to ${people} is taken back. ${undone.read === 0 ? 'Nobody had read it.' : `${undone.read} had read it.`}`
  }
}
