import 'server-only'
import { z } from 'zod'
import { actsAt } from '../../db/study/acts-at'
import { AppError } from '../../kernel/app-error'
import { grouped } from '../../kernel/count'
import type { QuestionId } from '../../kernel/ids'
import { addDays, studyDayOf } from '../../kernel/study-day'
import { type BulkAct, type BulkEffect, bulkEffect } from '../../review/bulk-act'
import { filteredQuestions, type QuestionFilter } from '../../review/question-filter'
import { checked } from '../check-account-input'
import { learnerState, learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { sendActs } from './act-on-card'
import { marksIn } from './marks-in'

/** Nobody sets more aside at once. It is one statement, and it says how large that may become. */
const MOST_AT_ONCE = 2000
/** A due day may be so many days ahead. */
export const FARTHEST_DUE_DAYS = 365

/** Questions by name, or all that a filter finds. */
export type Chosen = { readonly ids: readonly QuestionId[] } | { readonly filter: QuestionFilter }

/**
 * What an act on these questions would do, in numbers. Throws invalid_input when nothing or too much was
 * chosen, or for a day that cannot be; course_not_published.
 */
export async function previewBulk(
  scope: LearnerScope,
  input: { chosen: Chosen; act: BulkAct; now: number },
): Promise<BulkEffect> {
  const { chosen, act, now } = input
  checkDay(scope, act, now)
  if ('ids' in chosen) {
    checkNumber(chosen.ids.length)
    return bulkEffect(await learnerState(scope, now), chosen.ids, act)
  }
  const marks = await marksIn(scope, chosen.filter)
  const { learner, also } = await learnerStateAnd(scope, now, marks)
  const ids = filteredQuestions(learner, also, chosen.filter).map(({ id }) => id)
  checkNumber(ids.length)
  return bulkEffect(learner, ids, act)
}

/**
 * Does it: one event for each question that changes, all in one statement, so either all or none.
 * Returns how many there were. Throws as `previewBulk`.
 */
export async function actInBulk(
  scope: LearnerScope,
  input: { questionIds: readonly QuestionId[]; act: BulkAct; now: number },
): Promise<number> {
  const { questionIds, act, now } = input
  const { changes } = await previewBulk(scope, { chosen: { ids: questionIds }, act, now })
  await sendActs(
    scope,
    changes.map((questionId) => ({ questionId, ...act })),
    now,
  )
  return changes.length
}

/** Takes back what was done in bulk at that instant (ms). Returns how many acts there were. */
export async function undoBulk(
  scope: LearnerScope,
  { at, now }: { at: number; now: number },
): Promise<number> {
  const acts = await actsAt(scope.user.id, at)
  await sendActs(
    scope,
    acts.map(({ id, questionId }) => ({ questionId, kind: 'undo', undoes: id })),
    now,
  )
  return acts.length
}

function checkNumber(chosen: number): void {
  if (chosen === 0) {
    throw new AppError('invalid_input', 'Choose at least one question. Nothing was changed.')
  }
  if (chosen > MOST_AT_ONCE) {
    throw new AppError(
      'invalid_input',
      `At most ${grouped(MOST_AT_ONCE)} questions can be changed at once. Nothing was changed. Use the filter to choose fewer.`,
    )
  }
}

function checkDay({ user }: LearnerScope, act: BulkAct, now: number): void {
  if (act.kind !== 'move') return
  const today = studyDayOf(now, user.clock)
  const words = `Choose a day from today to ${FARTHEST_DUE_DAYS} days ahead. Nothing was changed.`
  checked(z.int(words).min(today, words).max(addDays(today, FARTHEST_DUE_DAYS), words), act.toDay)
}
