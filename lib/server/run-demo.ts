import 'server-only'
import { anyUserExists } from '../db/users'
import { PERSONAS } from '../demo/persona'
import { AppError } from '../kernel/app-error'
import type { CohortId, UserId } from '../kernel/ids'
import { seededRandom } from '../kernel/seeded-random'
import { createCohort } from './create-cohort'
import { createInvitation } from './create-invitation'
import { createUser } from './create-user'
import { joinByInvitation } from './join-by-invitation'
import { type Analyst, simulateDay } from './simulate-day'

export const DEMO_PASSWORD = 'steppe-demo-2026'
const DAY_MS = 86_400_000

export type DemoLogin = { readonly email: string; readonly role: 'instructor' | 'learner' }

/**
 * Fills an empty database with a cohort and its past: `days` study days that end yesterday and this
 * morning, answered through the same verbs as a browser's. The same seed and `now` make the same
 * answers. Throws not_allowed when anybody has an account.
 */
export async function runDemo(input: {
  learners: number
  days: number
  seed: number
  now: number
  onDay: (day: number, days: number) => void
}): Promise<readonly DemoLogin[]> {
  if (await anyUserExists()) {
    throw new AppError(
      'not_allowed',
      'This database has people in it; the demo only fills an empty one. Nothing was changed.',
    )
  }
  const start = input.now - input.days * DAY_MS
  const instructor = { email: 'instructor@demo.example', role: 'instructor' as const }
  const account = { password: DEMO_PASSWORD, now: start }
  const instructorId = await createUser({
    ...instructor,
    ...account,
    name: 'Ruth Calloway',
    zone: 'Europe/London',
  })
  const cohortId = await createCohort({ actorId: instructorId, name: 'Autumn intake', now: start })
  const analysts = await inviteAnalysts(instructorId, cohortId, input, start)
  for (let day = 0; day <= input.days; day += 1) {
    input.onDay(day, input.days)
    for (const analyst of analysts) {
      await simulateDay(analyst, { day, midnight: start + day * DAY_MS, until: input.now })
    }
  }
  return [instructor, ...analysts.map(({ email }) => ({ email, role: 'learner' as const }))]
}

async function inviteAnalysts(
  actorId: UserId,
  cohortId: CohortId,
  { learners, seed }: { learners: number; seed: number },
  now: number,
): Promise<(Analyst & { email: string })[]> {
  const invitation = { actorId, role: 'learner' as const, cohortId, uses: learners, now }
  const { code } = await createInvitation({ ...invitation, expiresInDays: 30 })
  const analysts: (Analyst & { email: string })[] = []
  for (let i = 0; i < learners; i += 1) {
    const persona = PERSONAS[i % PERSONAS.length] ?? PERSONAS[0]
    const round = Math.floor(i / PERSONAS.length)
    const name = round === 0 ? persona.name : `${persona.name} ${round + 1}`
    const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@demo.example`
    const person = { name, email, password: DEMO_PASSWORD, zone: persona.zone }
    const userId = await joinByInvitation({ code, ...person, now })
    analysts.push({ persona, userId, email, random: seededRandom(seed * 1000 + i) })
  }
  return analysts
}
