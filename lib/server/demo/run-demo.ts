import 'server-only'
import { NOBODY_KNOWN } from '../../cohort/forgetting'
import { hashPassword } from '../../credentials/password'
import { answerOldFlags, beginDemo, type DemoPlan, findDemoPlan } from '../../db/operate/demo-fill'
import { anyUserExists, listUsers } from '../../db/people/users'
import { writePast } from '../../db/study/write-past'
import { analystAt, pastAt } from '../../demo/analyst'
import { cohortIndexOf, cohortsFor, INSTRUCTORS } from '../../demo/demo-cohorts'
import { forecastPast } from '../../demo/forecast-past'
import { isNewcomer, newcomersOf } from '../../demo/newcomers'
import { AppError } from '../../kernel/app-error'
import { studyDayOf } from '../../kernel/study-day'
import { requireCourse } from '../current-course'
import { instructorScope, learnerScopeOf, openCohortScope } from '../scope'
import type { WholeScope } from '../whole-scope'
import { demoExam } from './demo-exam'
import { demoGround } from './demo-ground'

export const DEMO_PASSWORD = 'steppe-demo-2026'

/** How often a demo has forecasts. A server makes them each day; here that would be most of the work. */
const FORECAST_EVERY_DAYS = 7

type DemoLogin = { readonly email: string; readonly role: 'instructor' | 'learner' }
export type DemoReport = {
  readonly logins: readonly DemoLogin[]
  /** Events written by this run. */
  readonly events: number
}

/**
 * The learners who took the sign-off exam of the first cohort, by index, with the share of it they
 * know.
 */
const TAKERS = [
  { analyst: 0, knows: 0.97 },
  { analyst: 2, knows: 0.9 },
  { analyst: 4, knows: 0.93 },
  { analyst: 6, knows: 0.62 },
  { analyst: 10, knows: 0.98 },
] as const

/**
 * The learners whose index has the remainder `index` when divided by `of`, so that several
 * processes can fill one demo.
 */
export type DemoShare = { readonly index: number; readonly of: number }

/**
 * Fills an empty database with cohorts and their past: `days` study days and the present one. The
 * past is simulated by the rules of the server and the browser, and written one person at a time. A
 * fill that was interrupted continues, up to the instant at which it was started. The same seed and
 * `now` produce the same log. `share` selects the learners when several processes fill the demo,
 * after `prepareDemo`. Throws not_allowed if the database has other people or another demo in it.
 */
export async function runDemo(
  whole: WholeScope,
  input: DemoPlan & { onLearner: (done: number, of: number) => void; share?: DemoShare },
): Promise<DemoReport> {
  const { catalogue, version: courseVersion } = await requireCourse()
  const { learners, seed, share = { index: 0, of: 1 } } = input
  const { plan, ground, passwordHash } = await prepareDemo(whole, input)
  const there = new Set<string>((await listUsers()).map(({ id }) => id))

  let events = 0
  let written: Promise<void> = Promise.resolve()
  try {
    for (const index of indicesOf(learners, share)) {
      const { id, email, persona, clock, joinedAt, askConfidence, reach } = analystAt(index, plan)
      if (there.has(id)) continue
      // The next past is simulated while Postgres still writes the last one.
      const { log, lessons, lastSeenAt } = pastAt(index, plan, catalogue)
      await written
      events += log.events.length
      const cohort = isNewcomer(index)
        ? ground.newcomers
        : ground.cohorts[cohortIndexOf(index, learners, seed)]
      if (!cohort) throw new Error(`There is no cohort for analyst ${index}`)
      written = writePast({
        user: {
          id,
          email,
          name: persona.name,
          role: 'learner',
          passwordHash,
          zone: clock.zone,
          clock,
          createdAt: joinedAt,
          lastSeenAt,
          askConfidence,
          reach,
        },
        cohortId: cohort.id,
        events: log.events,
        cards: log.cards,
        days: log.days,
        lessons,
        forecasts: {
          courseVersion,
          ...forecastPast(id, log.events, catalogue, {
            today: studyDayOf(plan.now, clock),
            everyDays: FORECAST_EVERY_DAYS,
            prior: NOBODY_KNOWN,
          }),
        },
      })
      // The promise is awaited in a later round. Until then its failure must not count as
      // unhandled.
      written.catch(() => {})
      if (!isNewcomer(index)) input.onLearner(index + 1, learners)
      await new Promise(setImmediate)
    }
  } finally {
    await written
  }
  await answerOldFlags(ground.instructors[0].id, plan.now)
  const [intake] = ground.cohorts
  if (share.index === 0 && intake) {
    const instructor = instructorScope(await learnerScopeOf(ground.instructors[0].id))
    await demoExam(await openCohortScope(instructor, intake.id), {
      seed,
      now: plan.now,
      takers: TAKERS.filter(({ analyst }) => analyst < learners && analyst % share.of === 0).map(
        ({ analyst, knows }) => ({ userId: analystAt(analyst, plan).id, knows }),
      ),
    })
  }
  return { logins: loginsOf(plan), events }
}

/** Newcomers are filled with the first share. */
const indicesOf = (learners: number, { index, of }: DemoShare): readonly number[] => [
  ...Array.from({ length: learners }, (_, each) => each).filter((each) => each % of === index),
  ...(index === 0 ? newcomersOf(learners) : []),
]

/** Writes instructors and cohorts if they do not exist yet. Throws as `runDemo` does. */
export async function prepareDemo(_: WholeScope, { learners, days, seed, now }: DemoPlan) {
  const { catalogue } = await requireCourse()
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const started = await planBegun({ learners, days, seed, now })
  const plan = started ?? { learners, days, seed, now }
  const ground = demoGround(plan, passwordHash, catalogue)
  if (started === null) {
    const { cohorts, newcomers } = ground
    await beginDemo({ ...ground, cohorts: newcomers ? [...cohorts, newcomers] : cohorts })
  }
  return { plan, ground, passwordHash }
}

async function planBegun({ learners, days, seed }: DemoPlan): Promise<DemoPlan | null> {
  const started = await findDemoPlan()
  if (started === null) {
    if (!(await anyUserExists())) return null
    throw new AppError(
      'not_allowed',
      'This database already has accounts, and the demo fills only an empty one. Nothing was changed.',
    )
  }
  if (started.learners === learners && started.days === days && started.seed === seed)
    return started
  throw new AppError(
    'not_allowed',
    `This database contains the demo of ${started.learners} analysts, ${started.days} days, seed ${started.seed}. Nothing was changed. Use the same numbers to continue it, or start again with an empty data folder.`,
  )
}

function loginsOf(plan: DemoPlan): readonly DemoLogin[] {
  const two = cohortsFor(plan.learners).length > 1
  const indices = indicesOf(plan.learners, { index: 0, of: 1 })
  const learners = indices.map((index) => analystAt(index, plan))
  return [
    ...INSTRUCTORS.slice(0, two ? 2 : 1).map(({ email }) => ({
      email,
      role: 'instructor' as const,
    })),
    ...learners.map(({ email }) => ({ email, role: 'learner' as const })),
  ]
}
