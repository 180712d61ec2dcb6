import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { writePast } from '@/lib/db/study/write-past'
import { personaAt } from '@/lib/demo/cast'
import { PERSONAS, type Persona } from '@/lib/demo/persona'
import { simulateLearner } from '@/lib/demo/simulate-learner'
import { asCohortId, asUserId } from '@/lib/kernel/ids'
import { seededRandom } from '@/lib/kernel/seeded-random'
import { addDays, studyDayOf } from '@/lib/kernel/study-day'
import { EVERY_DAY_ALIKE } from '@/lib/review/study-settings'
import { loadReadiness } from '@/lib/server/cohort/load-readiness'
import { requireCourse } from '@/lib/server/current-course'
import { runDemo } from '@/lib/server/demo/run-demo'
import { wholeScope } from '@/lib/server/whole-scope'
import { courseFolder } from '../support/real-course'
import { DAY, NOON, openScene, running } from '../support/scene'

const LEARNERS = 40
const DAYS = 60
const SEED = 5
const LIMITS = { newPerDay: 20, reviewsPerDay: 200 }

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene(courseFolder)
  const plan = { learners: LEARNERS, days: DAYS, seed: SEED, now: NOON }
  await runDemo(wholeScope(), { ...plan, onLearner: () => {} })
  await addCase('Joined now', { joinedAgo: 0, studies: () => 0 })
  await addCase('Joined 3 days ago, idle', { joinedAgo: 3, studies: () => 0 })
  await addCase('Joined 2 days ago, studies', { joinedAgo: 2, studies: () => 1 })
  await addCase('Joined 4 days ago, studies', { joinedAgo: 4, studies: () => 1 })
  for (const back of [0, 1, 3]) {
    const studies = (day: number) => (day < 40 || day >= DAYS - back ? 1 : 0)
    await addCase(`Back since ${back} days`, { joinedAgo: DAYS, studies })
  }
}, 120_000)
afterAll(() => scene.close())

/** Somebody of the same cohort with habits of their own, up to noon. */
async function addCase(
  name: string,
  { joinedAgo, studies }: { joinedAgo: number; studies: (day: number) => number },
): Promise<void> {
  const cohort = await database().cohort.findFirstOrThrow()
  const { catalogue, version: courseVersion } = await requireCourse()
  const clock = { zone: 'UTC', rolloverHour: 4 }
  const persona = {
    ...PERSONAS[0],
    name,
    studies,
    // They begin up to 90 minutes late, and must have studied today before it is NOON.
    hour: 4,
    starts: DAYS - joinedAgo,
    patience: 150,
  }
  const past = simulateLearner({
    persona,
    clock,
    catalogue,
    settings: {
      ...LIMITS,
      levelLoad: true,
      easyDays: EVERY_DAY_ALIKE,
      askConfidence: false,
      reach: 'all',
    },
    random: seededRandom(name),
    start: NOON - DAYS * DAY,
    days: DAYS,
    until: NOON,
  })
  const { log, lessons, lastSeenAt } = past
  await writePast({
    user: {
      id: asUserId(uuidv7()),
      email: `${name.replace(/\W+/g, '.')}@example.org`,
      name,
      role: 'learner',
      passwordHash: '',
      zone: clock.zone,
      clock,
      createdAt: NOON - joinedAgo * DAY,
      lastSeenAt,
      askConfidence: false,
      reach: 'all',
    },
    cohortId: asCohortId(cohort.id),
    events: log.events,
    cards: log.cards,
    days: log.days,
    lessons,
    forecasts: { courseVersion, scores: [], pending: [] },
  })
}

async function attention() {
  const cohort = await database().cohort.findFirstOrThrow()
  const scope = await running(asUserId(cohort.createdById), asCohortId(cohort.id))
  return loadReadiness(scope, {
    now: NOON,
    on: null,
    reach: 'all',
    sort: 'name',
    page: null,
  })
}

test('newcomers are flagged by nothing in their first days, and who came back only for what is true', async () => {
  const { atRisk } = await attention()
  const joined = atRisk.filter(({ name }) => name.startsWith('Joined'))
  expect(joined.map(({ name, reasons }) => [name, reasons])).toEqual([])
  const back = atRisk.filter(({ name }) => /^Back since [13]/.test(name))
  // Who came back works off the backlog. What was due meanwhile was missed all the same.
  expect(back.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).not.toContain('overload')
  expect(back.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).not.toContain('fading')
  const today = atRisk.filter(({ name }) => name.startsWith('Back since 0'))
  const words = [...today, ...back].flatMap(({ reasons }) => reasons.map((each) => each.words))
  expect(words.join()).not.toContain('none was done')
})

/** Somebody whose habit ended still comes now and then. On so many of 14 days it is not falling behind. */
const OFTEN = 3

/** The groups of the people: by their habits, and for those who fell behind by what they did lately. */
async function groupOf(): Promise<(persona: Persona) => string> {
  const today = studyDayOf(NOON, { zone: 'UTC', rolloverHour: 4 })
  const people = await database().user.findMany({ select: { id: true, name: true } })
  const lately = await database().studyDay.groupBy({
    by: 'userId',
    where: { day: { gt: addDays(today, -14) } },
    _count: true,
  })
  const often = new Set(lately.filter(({ _count }) => _count >= OFTEN).map(({ userId }) => userId))
  const came = new Set(people.filter(({ id }) => often.has(id)).map(({ name }) => name))
  return ({ name, truth }) =>
    truth.kind === 'fell behind' && came.has(name) ? 'comes seldom' : truth.kind
}

test('in a demo those who fell behind are flagged, and of those who keep up nobody', async () => {
  const view = await attention()
  const flagged = new Set(view.atRisk.map(({ name }) => name))
  const group = await groupOf()
  const of = (kind: string) =>
    Array.from({ length: LEARNERS }, (_, index) => personaAt(index, SEED, DAYS)).filter(
      (persona) => group(persona) === kind,
    )
  const missed = of('fell behind').filter(({ name }) => !flagged.has(name))
  expect(of('fell behind').length).toBeGreaterThan(2)
  expect(missed.map(({ name }) => name)).toEqual([])
  expect(of('steady').length).toBeGreaterThan(15)
  expect(of('steady').filter(({ name }) => flagged.has(name))).toEqual([])
  for (const { reasons } of view.atRisk) {
    expect(reasons.every(({ words }) => /\d/.test(words) && words.endsWith('.'))).toBe(true)
  }
})

/**
 * Of each group of people: how many there are, and how many are flagged. Somebody irregular, somebody who comes
 * seldom and somebody who came back may be flagged or not, as the questions of the course have it; the reasons
 * are tested above.
 */
test('the confusion table with newcomers and returners among the people is that of decision 041', async () => {
  const { atRisk } = await attention()
  const flagged = new Set(atRisk.map(({ name }) => name))
  const group = await groupOf()
  const cast = Array.from({ length: LEARNERS }, (_, index) => personaAt(index, SEED, DAYS))
  const people = await database().user.findMany({ where: { role: 'learner' } })
  const added = people.map(({ name }) => name).filter((name) => /^(Joined|Back)/.test(name))
  const groups = new Map<string, string[]>()
  const put = (group: string, name: string) =>
    groups.set(group, [...(groups.get(group) ?? []), name])
  for (const persona of cast) put(group(persona), persona.name)
  for (const name of added) put(name.startsWith('Joined') ? 'newcomer' : 'returner', name)
  const table = new Map(
    [...groups].map(([group, names]) => {
      const hits = names.filter((name) => flagged.has(name)).length
      return [group, { people: names.length, flagged: hits }]
    }),
  )
  const seldom = table.get('comes seldom')?.people ?? 0
  expect(seldom).toBeLessThan(3)
  expect(Object.fromEntries(table)).toEqual({
    steady: { people: 23, flagged: 0 },
    'fell behind': { people: 5 - seldom, flagged: 5 - seldom },
    ...(seldom > 0 && { 'comes seldom': { people: seldom, flagged: expect.any(Number) } }),
    irregular: { people: 2, flagged: expect.any(Number) },
    'on leave': { people: 4, flagged: 0 },
    late: { people: 6, flagged: 0 },
    newcomer: { people: 4, flagged: 0 },
    returner: { people: 3, flagged: expect.any(Number) },
  })
})
