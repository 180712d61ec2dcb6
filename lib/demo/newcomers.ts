import type { Persona } from './persona'
import { steady } from './persona'

/** Indices from here on are people of a cohort of newcomers, who learn the core. */
const FROM = 2000
/** A small demo has no room for another cohort, and a large one has three. */
const DEMO_OF = { least: 12, below: 60 }
const COUNT = 4
/** The first joined so many days ago, the others after one another. */
const JOINED_AGO = 14

export const NEWCOMERS_COHORT = 'Core in five weeks'
/** From today until the core is due. */
export const CORE_DUE_DAYS = 21

export const newcomersOf = (learners: number): readonly number[] =>
  learners >= DEMO_OF.least && learners < DEMO_OF.below
    ? Array.from({ length: COUNT }, (_, place) => FROM + place)
    : []

export const isNewcomer = (index: number): boolean => index >= FROM

/** The same person as somebody who has just joined, and reads a lesson on nearly every day. */
export const asNewcomer = (persona: Persona, index: number, days: number): Persona => ({
  ...persona,
  studies: steady(0.95, 0.5),
  daysPerLesson: 1,
  starts: Math.max(0, days - JOINED_AGO + 2 * (index - FROM)),
  truth: { kind: 'steady' },
})
