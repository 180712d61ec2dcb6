import type { Reach } from '../course/reach'
import type { Catalogue } from '../course/types'
import { DAY_MS } from '../kernel/duration'
import type { UserId } from '../kernel/ids'
import { seededRandom } from '../kernel/seeded-random'
import { type DayClock, startOfStudyDay, studyDayOf } from '../kernel/study-day'
import { EVERY_DAY_ALIKE } from '../review/study-settings'
import { emailOf, personaAt } from './cast'
import { asNewcomer, isNewcomer } from './newcomers'
import type { Persona } from './persona'
import { userIdAt } from './seeded-ids'
import { type SimulatedPast, simulateLearner } from './simulate-learner'

/** What decides every answer: whole numbers, and the instant (ms) at which the past ends. */
export type PastPlan = { readonly days: number; readonly seed: number; readonly now: number }

export type Analyst = {
  readonly id: UserId
  readonly persona: Persona
  readonly email: string
  readonly clock: DayClock
  /** When they joined (ms): the beginning of the study day of their first session. */
  readonly joinedAt: number
  readonly askConfidence: boolean
  readonly reach: Reach
}

export const startOf = ({ days, now }: PastPlan): number => now - days * DAY_MS

/** The analyst of that index. */
export function analystAt(index: number, plan: PastPlan): Analyst {
  const usual = personaAt(index, plan.seed, plan.days)
  const persona = isNewcomer(index) ? asNewcomer(usual, index, plan.days) : usual
  const clock = { zone: persona.zone, rolloverHour: 4 }
  const day = Math.min(persona.starts, plan.days)
  const joinedAt = startOfStudyDay(studyDayOf(startOf(plan) + day * DAY_MS, clock), clock)
  const random = seededRandom(`${plan.seed}/${index}/id`)
  const id = userIdAt(joinedAt, random)
  const askConfidence = index % 4 === 1
  const reach = isNewcomer(index) ? 'core' : 'all'
  return { id, persona, email: emailOf(persona.name), clock, joinedAt, askConfidence, reach }
}

/** Everything that analyst did until `plan.now`. */
export const pastAt = (index: number, plan: PastPlan, catalogue: Catalogue): SimulatedPast => {
  const { persona, clock, askConfidence, reach } = analystAt(index, plan)
  return simulateLearner({
    persona,
    clock,
    catalogue,
    settings: {
      reach,
      newPerDay: 20,
      reviewsPerDay: 200,
      levelLoad: true,
      easyDays: EVERY_DAY_ALIKE,
      askConfidence,
    },
    random: seededRandom(`${plan.seed}/${index}/past`),
    start: startOf(plan),
    days: plan.days,
    until: plan.now,
  })
}
