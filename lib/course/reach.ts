import type { LookUp } from './look-up'
import type { Question } from './types'

/**
 * How much of the course: the core, all that an examiner could fairly ask, or everything, source
 * craft too. Each holds the ones before it.
 */
export const REACHES = ['core', 'full', 'all'] as const
export type Reach = (typeof REACHES)[number]

type Deep = Pick<Question, 'depth'>

/** From 0: what matters most comes first. */
export const depthOrder = ({ depth }: Deep): number =>
  depth === 'core' ? 0 : depth === 'full' ? 1 : 2

export const reaches = (reach: Reach, question: Deep): boolean =>
  depthOrder(question) <= REACHES.indexOf(reach)

const isWider = (reach: Reach, than: Reach): boolean =>
  REACHES.indexOf(reach) > REACHES.indexOf(than)

export const widest = (all: readonly Reach[], least: Reach): Reach =>
  all.reduce((most, reach) => (isWider(reach, most) ? reach : most), least)

/** The same, or the next one that holds anything: a course of an earlier release has no core. */
export function reachIn({ catalogue }: LookUp, wanted: Reach): Reach {
  const holds = (reach: Reach) => catalogue.questions.some((question) => reaches(reach, question))
  return REACHES.slice(REACHES.indexOf(wanted)).find(holds) ?? 'all'
}
