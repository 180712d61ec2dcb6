import { count } from '../kernel/count'
import { addDays, type StudyDay } from '../kernel/study-day'
import type { Message, Part } from './message'
import { dateWords } from './words'

/** One cohort in the seven study days before a Monday. */
export type CohortWeek = {
  readonly name: string
  readonly path: string
  readonly analysts: number
  /**
   * `active` is the number of analysts with a review in these days, and `reviews` is all of their
   * reviews.
   */
  readonly active: number
  readonly reviews: number
  /** The analysts who are at risk now, each with the reasons in words. */
  readonly atRisk: readonly { readonly name: string; readonly reasons: readonly string[] }[]
  /** Flags on questions that are not solved. */
  readonly openFlags: number
  readonly passed: readonly { readonly name: string; readonly exam: string }[]
}

/** The most names in one list; the page has the others. */
const NAMED = 10

/** The summary of an instructor's cohorts, or null if nobody is in them. */
export function weeklySummary(monday: StudyDay, cohorts: readonly CohortWeek[]): Message | null {
  const peopled = cohorts.filter(({ analysts }) => analysts > 0)
  const [first] = peopled
  if (!first) return null
  const flagged = peopled.reduce((sum, { atRisk }) => sum + atRisk.length, 0)
  const words = flagged === 0 ? '' : `: ${count(flagged, 'analyst')} at risk`
  return {
    subject: `Your ${peopled.length === 1 ? 'cohort' : 'cohorts'} last week${words}`,
    parts: [
      {
        kind: 'text',
        text: `From ${dateWords(addDays(monday, -7))} to ${dateWords(addDays(monday, -1))}.`,
      },
      ...peopled.flatMap(cohortParts),
    ],
    action:
      peopled.length === 1
        ? { label: 'Open the cohort', path: first.path }
        : { label: 'Open your cohorts', path: '/cohorts' },
  }
}

function cohortParts(cohort: CohortWeek): Part[] {
  const { name, analysts, active, reviews, openFlags } = cohort
  const flags = openFlags === 0 ? '' : ` ${count(openFlags, 'open flag')} to answer.`
  return [
    { kind: 'heading', text: name },
    {
      kind: 'text',
      text: `${active} of ${count(analysts, 'analyst')} studied, with ${count(reviews, 'review')} in total.${flags}`,
    },
    ...list(
      'At risk:',
      cohort.atRisk.map(({ name, reasons }) => `${name}. ${reasons.join(' ')}`),
    ),
    ...list(
      'Passed an exam:',
      cohort.passed.map(({ name, exam }) => `${name}: ${exam}`),
    ),
  ]
}

function list(title: string, items: readonly string[]): Part[] {
  if (items.length === 0) return []
  const more = items.length - NAMED
  const shown = more > 0 ? [...items.slice(0, NAMED), `and ${more} more`] : items
  return [
    { kind: 'text', text: title },
    { kind: 'list', items: shown },
  ]
}
