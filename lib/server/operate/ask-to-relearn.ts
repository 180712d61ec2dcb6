import 'server-only'
import { correctedMeanings, revivedIn, withRetired } from '../../course/revisions'
import {
  type Corrected,
  knownBy,
  learnedBefore,
  noteRelearned,
  type OpenCorrection,
  openCorrections,
} from '../../db/course/corrections'
import { findCatalogue } from '../../db/course/published-course'
import { lastAsked } from '../../db/course/question-revisions'
import { recordAudit } from '../../db/people/audit'
import { findUser } from '../../db/people/users'
import { databaseTroubleIn } from '../../kernel/database-unavailable'
import type { QuestionId, UserId } from '../../kernel/ids'
import { derivedEventId } from '../derived-event-id'
import { recordReviews } from '../study/record-reviews'
import { everyLearner, type WholeScope } from '../whole-scope'

/**
 * Whoever learned what a question meant before a published correction has to learn it again, and whoever
 * knows a question whose ground a version changed is asked it again soon: an event in each log. Harmless
 * when repeated, so a start that was cut off is taken up by the next. Somebody who cannot be asked keeps nothing
 * from the others. Throws at the end then, and the version stays open, so that the next run asks them again.
 */
export async function askToRelearn(whole: WholeScope, now: number): Promise<void> {
  let failed = 0
  for (const open of await openCorrections()) {
    const { version, retest } = open
    const corrected = await correctedIn(open)
    const learned = corrected.length === 0 ? NOBODY : await learnedBefore(corrected)
    const relearn = (questionId: QuestionId): readonly Asking[] =>
      corrected
        .filter((each) => each.questionId === questionId)
        .map(({ revision }) => ({
          id: derivedEventId(`relearn|${questionId}|${revision}`),
          ...{ questionId, kind: 'relearn', revision },
        }))
    const known = retest.length === 0 ? NOBODY : await knownBy(retest)
    const again = (questionId: QuestionId): readonly Asking[] => [
      { id: derivedEventId(`retest|${version}|${questionId}`), questionId, kind: 'retest' },
    ]
    const missed =
      (await askAll(whole, learned, relearn, now)) + (await askAll(whole, known, again, now))
    failed += missed
    if (missed > 0) continue
    if (learned.size > 0) {
      const detail = { version, questions: corrected.length, people: learned.size }
      await recordAudit({ at: now, actorId: null, kind: 'asked_to_relearn', detail })
    }
    if (known.size > 0) {
      const detail = { version, questions: retest.length, people: known.size }
      await recordAudit({ at: now, actorId: null, kind: 'asked_again', detail })
    }
    await noteRelearned(version, now)
  }
  if (failed === 0) return
  const people = failed === 1 ? '1 person' : `${failed} people`
  throw new Error(`${people} could not be asked a corrected question again.`)
}

type Asking = { readonly id: string; readonly questionId: QuestionId; readonly kind: string }

const NOBODY: ReadonlyMap<UserId, readonly QuestionId[]> = new Map()

/** Questions whose meaning this version changed. */
async function correctedIn({ version, before }: OpenCorrection): Promise<readonly Corrected[]> {
  const [now, then] = await Promise.all([
    findCatalogue(version),
    before === null ? null : findCatalogue(before),
  ])
  if (!now || !then || before === null) return []
  const back = await lastAsked(revivedIn(then, now), before)
  return correctedMeanings(withRetired(then, back), now)
}

/** Returns of how many people this failed. */
async function askAll(
  whole: WholeScope,
  people: ReadonlyMap<UserId, readonly QuestionId[]>,
  eventsFor: (questionId: QuestionId) => readonly Asking[],
  now: number,
): Promise<number> {
  const at = new Date(now).toISOString()
  let failed = 0
  for (const [userId, questionIds] of people) {
    try {
      const user = await findUser(userId)
      if (!user || user.deleted) continue
      const events = questionIds.flatMap(eventsFor).map((event) => ({ ...event, at }))
      await recordReviews(everyLearner(whole, user), { events, origin: 'correction', now })
    } catch (error) {
      if (databaseTroubleIn(error) !== null) throw error
      failed += 1
      console.error(`The account ${userId} was not asked a corrected question again.`, error)
    }
  }
  return failed
}
