import { seededRandom } from '../kernel/seeded-random'

/** With this many analysts or more there are three cohorts and two instructors. */
const LARGE = 60

export const INSTRUCTORS = [
  { name: 'Ruth Calloway', email: 'instructor@demo.example' },
  { name: 'Tomasz Adeyemi', email: 'instructor.two@demo.example' },
] as const

/** Shares of the analysts, and who instructs (index of `INSTRUCTORS`, the first has made it). */
const COHORTS = [
  { name: 'Autumn intake', share: 0.5, instructors: [0] },
  { name: 'Rolling entry', share: 0.32, instructors: [0, 1] },
  { name: 'Regional desk', share: 0.18, instructors: [1] },
] as const

export const cohortsFor = (learners: number) =>
  learners < LARGE ? COHORTS.slice(0, 1) : [...COHORTS]

/** Index of the cohort of that analyst; the first twelve are always in the first. */
export function cohortIndexOf(index: number, learners: number, seed: number): number {
  if (learners < LARGE || index < 12) return 0
  const lot = seededRandom(`${seed}/${index}/cohort`)()
  return lot < COHORTS[0].share ? 0 : lot < COHORTS[0].share + COHORTS[1].share ? 1 : 2
}
