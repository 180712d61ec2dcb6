import type { Catalogue } from '../../course/types'
import { type GiveAway, giveAwayPairs } from './give-away-pairs'
import { type Balance, type QuestionBalance, questionBalance } from './question-balance'
import { plural } from './report'
import { type StandingOut, standingOut } from './standing-out'
import { tableOf } from './table-of'

/** What a whole course is held to. It is warned of, since only rereading mends it. */
const BOUNDS = { sourceCraft: 0.15, whyOrCase: 1 / 3, ofOne: 0.45 }

/** The make-up of all questions for a terminal: counts, what is beyond its bound, and pairs to look at. */
export function balanceText(catalogue: Catalogue): string {
  const balance = questionBalance(catalogue)
  const warnings = warningsOf(balance)
  return [
    countsText(balance),
    '',
    lengthsText(balance),
    `Prompts with a negation: ${balance.negative.length}.`,
    '',
    warnings.length === 0 ? 'Every share is within its bound.' : 'Beyond its bound:',
    ...warnings.map((warning) => `  ${warning}`),
    '',
    standingOutText(standingOut(catalogue)),
    pairsText(giveAwayPairs(catalogue)),
  ].join('\n')
}

function countsText({ all, topics, subjects, byKind }: QuestionBalance): string {
  const head = ['', 'questions', 'core', 'full', 'source craft', 'fact', 'why', 'case', 'core %']
  const rows = [...topics, ...subjects, all].map((one) => [
    one.name,
    ...[one.questions, one.byDepth.core, one.byDepth.full, one.byDepth['source-craft']].map(String),
    ...[one.byAsks.fact, one.byAsks.why, one.byAsks.case].map(String),
    percent(one.byDepth.core / (one.questions || 1)),
  ])
  const kinds = Object.entries(byKind).map(([kind, n]) => `${kind} ${n}`)
  return [tableOf([head, ...rows]), '', `By kind: ${kinds.join(', ')}.`].join('\n')
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}`

const lengthsText = ({ lengths }: QuestionBalance): string => {
  const of = (n: number) => `${n} (${percent(n / (lengths.questions || 1))} %)`
  return `Of ${plural(lengths.questions, 'question')} with one right option, it alone is the longest in ${of(lengths.longest)} and the shortest in ${of(lengths.shortest)}; chance is ${of(Math.round(lengths.byChance))}.`
}

/** One line for each bound that is not met, with by how much. */
export function warningsOf({ all, topics, lengths }: QuestionBalance): readonly string[] {
  const most = (what: string, n: number, share: number) => {
    const limit = Math.floor(all.questions * share)
    return n <= limit ? [] : [`${what}: ${n} of ${all.questions}, ${n - limit} more than ${limit}`]
  }
  const beyond = (what: string, n: number) =>
    n <= lengths.byChance
      ? []
      : [
          `the right option is alone the ${what} more often than chance: ${n} of ${lengths.questions}`,
        ]
  return [
    ...most('source craft', all.byDepth['source-craft'], BOUNDS.sourceCraft),
    ...most('one option of a list', lengths.questions, BOUNDS.ofOne),
    ...topics.flatMap(fewReasons),
    ...beyond('longest', lengths.longest),
    ...beyond('shortest', lengths.shortest),
  ]
}

function fewReasons({ name, questions, byAsks }: Balance): readonly string[] {
  const own = byAsks.why + byAsks.case
  const least = Math.ceil(questions * BOUNDS.whyOrCase)
  if (own >= least) return []
  return [`why or case in ${name}: ${own} of ${questions}, ${least - own} fewer than ${least}`]
}

function standingOutText(found: readonly StandingOut[]): string {
  const lines = found.map(({ question, why }) => `  ${question}: ${why}`)
  return [`Options that tell by their form which is right: ${found.length}.`, ...lines].join('\n')
}

function pairsText(pairs: readonly GiveAway[]): string {
  const lines = pairs.map(([one, other]) => `  ${one} and ${other}`)
  return [
    `Pairs that may give each other away and are not siblings: ${pairs.length}.`,
    ...lines,
  ].join('\n')
}
