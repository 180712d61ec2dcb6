import { percent } from '../kernel/percent'
import type { StudyPace } from './study-pace'

/** What the flags are computed from: one learner on one of their study days. */
export type RiskInput = {
  /** Reviews that are due now, without the cards that are set aside. */
  readonly due: number
  readonly pace: StudyPace
  /** Mean predicted recall of what is due, today and a week ago; null: nothing is due. */
  readonly dueRecall: { readonly now: number; readonly weekAgo: number } | null
  /** Study days since they joined. */
  readonly daysSinceJoined: number
  readonly begun: boolean
  readonly deadlines: readonly DeadlineInput[]
}

export type DeadlineInput = {
  readonly title: string
  /** Below 0: past. */
  readonly daysLeft: number
  /** All 0 to 1. `idle`: with no review from today; `atPace`: with as much done of the plan as lately. */
  readonly target: number
  readonly idle: number
  readonly atPace: number
}

export type RiskReason = {
  readonly kind: 'not-begun' | 'overload' | 'fading' | 'deadline-missed' | 'deadline-ahead'
  /** The reason as a sentence, with the figures behind it. */
  readonly words: string
}

/**
 * When flags are raised. Every one needs days of it: one wrong answer or a day off moves none of
 * these figures past its threshold.
 */
export const RISK_RULES = {
  /** No question was answered within this many days of joining. */
  notBegunDays: 7,
  /** At least this many reviews are due, and this many days of work at the pace of the last 14 days, ... */
  overloadLeast: 30,
  overloadDays: 5,
  /** ... and no review was done on this many of the last 14 days although some were due. */
  idleDays: 4,
  /** Of at least this many due questions less than this share would be recalled, and this much less than a week ago. */
  fadingLeast: 20,
  fadingBelow: 0.7,
  fadingBy: 0.05,
  /** The days before and after its due date during which an assignment is considered. */
  aheadDays: 14,
  pastDays: 28,
  /** Readiness that lacks less than this is let pass: a forecast is no exacter. */
  slack: 0.05,
} as const

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** Every reason to talk to this learner, the most serious first; empty for somebody who keeps up. */
export function riskReasons(input: RiskInput): readonly RiskReason[] {
  return [
    ...notBegun(input),
    ...input.deadlines.flatMap(deadline),
    ...overload(input),
    ...fading(input),
  ]
}

function notBegun({ begun, daysSinceJoined }: RiskInput): RiskReason[] {
  if (begun || daysSinceJoined < RISK_RULES.notBegunDays) return []
  return [
    {
      kind: 'not-begun',
      words: `Joined ${days(daysSinceJoined)} ago and has not answered a question yet.`,
    },
  ]
}

function overload({ due, pace }: RiskInput): RiskReason[] {
  const { overloadLeast, overloadDays, idleDays } = RISK_RULES
  if (due < overloadLeast || due < overloadDays * pace.recentPerDay) return []
  if (pace.idleDays < idleDays) return []
  const words =
    pace.recentPerDay === 0
      ? `${due} reviews are due, and none was done in the last 14 days.`
      : `${due} reviews are due: ${days(Math.round(due / pace.recentPerDay))} of work at the pace of the last 14 days, with no review on ${pace.idleDays} of those days.`
  return [{ kind: 'overload', words }]
}

function fading({ due, dueRecall }: RiskInput): RiskReason[] {
  const { fadingLeast, fadingBelow, fadingBy } = RISK_RULES
  if (dueRecall === null || due < fadingLeast || dueRecall.now >= fadingBelow) return []
  if (dueRecall.weekAgo - dueRecall.now < fadingBy) return []
  const words = `Predicted recall of the ${due} due questions is ${percent(dueRecall.now)}, down from ${percent(dueRecall.weekAgo)} a week ago.`
  return [{ kind: 'fading', words }]
}

function deadline({ title, daysLeft, target, idle, atPace }: DeadlineInput): RiskReason[] {
  const { slack, aheadDays, pastDays } = RISK_RULES
  if (daysLeft < -pastDays || daysLeft > aheadDays) return []
  if (daysLeft < 0) {
    if (idle >= target - slack) return []
    const words = `“${title}” was due ${days(-daysLeft)} ago: ${percent(idle)} ready today (target ${percent(target)}).`
    return [{ kind: 'deadline-missed', words }]
  }
  if (atPace >= target - slack) return []
  const when = daysLeft === 0 ? 'today' : `in ${days(daysLeft)}`
  const words = `“${title}” is due ${when}: ${percent(atPace)} ready by then at the pace of the last 14 days (target ${percent(target)}).`
  return [{ kind: 'deadline-ahead', words }]
}

/**
 * Readiness to be expected if as much of the plan is kept as the last 14 days' answers would have
 * carried. `asked`: answers that the plan asks for in `daysLeft` days and today.
 */
export function atPace(
  { idle, planned }: { idle: number; planned: number },
  { recentPerDay }: StudyPace,
  asked: number,
  daysLeft: number,
): number {
  const wanted = asked / (Math.max(0, daysLeft) + 1)
  const kept = wanted === 0 ? 1 : Math.min(1, recentPerDay / wanted)
  return idle + (planned - idle) * kept
}
