import 'server-only'
import { type Reader, summaryReaders } from '../../db/reminder/reminder-settings'
import { finishedKeys } from '../../db/reminder/sent-messages'
import { flagsOf } from '../../db/study/flags'
import { recentRollUps } from '../../db/study/study-days'
import { examsPassed, weekCohorts } from '../../db/study/week-figures'
import { asCohortId, asUserId } from '../../kernel/ids'
import { addDays, startOfStudyDay } from '../../kernel/study-day'
import type { Message } from '../../reminder/message'
import { type CohortWeek, weeklySummary } from '../../reminder/weekly-summary'
import { type Occasion, summaryOccasion } from '../../reminder/when'
import { atRiskIn } from '../cohort/at-risk-in'
import { settleCohort } from '../exam/settle-attempts'
import { anyCohort, type WholeScope } from '../whole-scope'
import type { JobInput } from './job'
import { sendEach } from './send-each'
import { type SendOutcome, sendOnce } from './send-once'

type Due = Occasion & { readonly reader: Reader; readonly key: string }
type Row = Awaited<ReturnType<typeof weekCohorts>>[number]

/**
 * Sends the summary of last week to every instructor who wants one, from Monday morning on.
 * Harmless when repeated.
 */
export async function sendSummaries(
  whole: WholeScope,
  { now, mailer }: JobInput,
): Promise<readonly SendOutcome[]> {
  const asked = (await summaryReaders()).flatMap((reader): Due[] => {
    const occasion = summaryOccasion(now, reader.clock)
    return occasion ? [{ ...occasion, reader, key: `summary/${reader.id}/${occasion.day}` }] : []
  })
  if (asked.length === 0) return []
  const finished = await finishedKeys(asked.map(({ key }) => key))
  const open = asked.filter(({ key }) => !finished.has(key))
  return sendEach(open, { now, mailer }, async (each) => {
    const message = await summaryOf(whole, each, now)
    const { key, since, reader } = each
    if (message === null) return null
    const reminder = { key, since, message, userId: reader.id, to: reader.email }
    return sendOnce({ ...reminder, kind: 'summary' }, mailer, now)
  })
}

async function summaryOf(
  whole: WholeScope,
  { reader, day }: Due,
  now: number,
): Promise<Message | null> {
  const cohorts = await weekCohorts(reader.id)
  return weeklySummary(
    day,
    await Promise.all(cohorts.map((row) => weekOf(whole, row, { reader, day }, now))),
  )
}

/**
 * Seven study days, by the clock of each analyst. Exams are counted by the clock of the instructor.
 */
async function weekOf(
  whole: WholeScope,
  { id, name, courses, memberships }: Row,
  { reader, day }: Pick<Due, 'reader' | 'day'>,
  now: number,
): Promise<CohortWeek> {
  const cohortId = asCohortId(id)
  const scope = anyCohort(whole, { id: cohortId, name, archived: false, courses })
  const learners = memberships.map(({ user }) => ({ userId: asUserId(user.id), name: user.name }))
  const ids = learners.map(({ userId }) => userId)
  const nameOf = (userId: string) => learners.find((each) => each.userId === userId)?.name
  // Exams that ended last week count, even if nobody has looked at them since.
  await settleCohort(scope, now)
  const [week, flags, passed, atRisk] = await Promise.all([
    recentRollUps(
      ids.map((userId) => ({ userId, today: addDays(day, -1) })),
      7,
    ),
    flagsOf(ids),
    examsPassed(
      cohortId,
      startOfStudyDay(addDays(day, -7), reader.clock),
      startOfStudyDay(day, reader.clock),
    ),
    atRiskIn(scope, now),
  ])
  const reviews = [...week.values()].map((counts) => counts.reviews)
  return {
    name,
    path: `/cohorts/${id}`,
    analysts: learners.length,
    atRisk,
    openFlags: flags.filter(({ solvedAt }) => solvedAt === null).length,
    active: reviews.filter((count) => count > 0).length,
    reviews: reviews.reduce((sum, count) => sum + count, 0),
    passed: passed.flatMap(({ userId, exam }) => {
      const name = nameOf(userId)
      return name === undefined ? [] : [{ name, exam }]
    }),
  }
}
