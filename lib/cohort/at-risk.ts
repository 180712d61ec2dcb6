import type { Reach } from '../course/reach'
import { percent } from '../kernel/percent'
import { RECENT_DAYS, type StudyPace } from './study-pace'

/** What the flags are computed from: one learner on one of their study days. */
export type RiskInput = {
  /** Reviews that are due now, without cards that are set aside. */
  readonly due: number
  readonly pace: StudyPace
  /** The mean predicted recall of the due questions today and a week ago. Null if none is due. */
  readonly dueRecall: { readonly now: number; readonly weekAgo: number } | null
  /** Study days since the learner joined. */
  readonly daysSinceJoined: number
  readonly started: boolean
  readonly deadlines: readonly DeadlineInput[]
}

export type DeadlineInput = {
  readonly title: string
  readonly reach: Reach
  /** Negative once the due day is past. */
  readonly daysLeft: number
  /**
   * All are 0 to 1. `idle` assumes no reviews from today on. `atPace` assumes that the learner
   * continues to keep as much of the plan as lately.
   */
  readonly target: number
  readonly idle: number
  readonly atPace: number
  /** If the whole plan is kept. Somebody who has just joined has no pace yet and is judged by it. */
  readonly planned: number
}

export type RiskReason = {
  readonly kind: 'not-started' | 'overload' | 'fading' | 'deadline-missed' | 'deadline-ahead'
  /** The reason as a sentence with its figures. */
  readonly words: string
}

/**
 * The thresholds for raising flags. Each takes several days to reach: one wrong answer or one day
 * off does not move any of these figures past its threshold.
 */
export const RISK_RULES = {
  /** No question was answered within this many days of joining. */
  notStartedDays: 7,
  /** For this many days, a newcomer is flagged only if the plan itself misses a deadline. */
  newcomerDays: 5,
  /**
   * At least this many reviews are due, and they take at least this many days at the pace of the
   * last 14.
   */
  overloadLeast: 30,
  overloadDays: 5,
  /** Also for overload: on this many of the same days nothing was done although something was due. */
  idleDays: 4,
  /**
   * The number of due questions from which their predicted recall is judged, the recall below which
   * it is too low, and the fall within a week that is too much.
   */
  fadingLeast: 20,
  fadingBelow: 0.7,
  fadingBy: 0.05,
  /** An assignment is judged from `aheadDays` before its due day until `pastDays` after it. */
  aheadDays: 14,
  pastDays: 28,
  /** Readiness may be this far below the target, because a forecast is not more exact than that. */
  slack: 0.05,
} as const

/** “the last 14 days” */
const lately = ({ days }: StudyPace) => `the last ${days} days`

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/**
 * All reasons why this learner needs attention, the most serious first. Empty for one who keeps up.
 */
export function riskReasons(input: RiskInput): readonly RiskReason[] {
  return [
    ...notStarted(input),
    ...input.deadlines.flatMap((each) => deadline(each, input)),
    ...overload(input),
    ...fading(input),
  ]
}

function notStarted({ started, daysSinceJoined }: RiskInput): RiskReason[] {
  if (started || daysSinceJoined < RISK_RULES.notStartedDays) return []
  return [
    {
      kind: 'not-started',
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
      ? `${due} reviews are due, and none was done in ${lately(pace)}.`
      : `${due} reviews are due: ${days(Math.round(due / pace.recentPerDay))} of work at the pace of ${lately(pace)}, with no review on ${pace.idleDays} of them.`
  return [{ kind: 'overload', words }]
}

function fading({ due, dueRecall, pace }: RiskInput): RiskReason[] {
  const { fadingLeast, fadingBelow, fadingBy, overloadDays } = RISK_RULES
  // Who came back from an absence and works it off within days needs no attention.
  if (pace.days < RECENT_DAYS && due < overloadDays * pace.recentPerDay) return []
  if (dueRecall === null || due < fadingLeast || dueRecall.now >= fadingBelow) return []
  if (dueRecall.weekAgo - dueRecall.now < fadingBy) return []
  const words = `Predicted recall of the ${due} due questions is ${percent(dueRecall.now)}, down from ${percent(dueRecall.weekAgo)} a week ago.`
  return [{ kind: 'fading', words }]
}

function deadline(
  { title, reach, daysLeft, target, idle, atPace, planned }: DeadlineInput,
  { pace, daysSinceJoined }: RiskInput,
): RiskReason[] {
  const { slack, aheadDays, pastDays, newcomerDays } = RISK_RULES
  const what = reach === 'all' ? `“${title}”` : `“${title}” (${reach})`
  if (daysLeft < -pastDays || daysLeft > aheadDays) return []
  // What was due before somebody joined was never asked of them.
  if (daysLeft < -daysSinceJoined) return []
  if (daysLeft < 0) {
    if (idle >= target - slack) return []
    const words = `${what} was due ${days(-daysLeft)} ago: ${percent(idle)} ready today (target ${percent(target)}).`
    return [{ kind: 'deadline-missed', words }]
  }
  const isNew = daysSinceJoined < newcomerDays
  const expected = isNew ? planned : atPace
  if (expected >= target - slack) return []
  const when = daysLeft === 0 ? 'today' : `in ${days(daysLeft)}`
  const how = isNew ? 'even if the whole plan is kept' : `at the pace of ${lately(pace)}`
  const words = `${what} is due ${when}: ${percent(expected)} ready by then ${how} (target ${percent(target)}).`
  return [{ kind: 'deadline-ahead', words }]
}

/**
 * The readiness to expect if the learner continues at the pace of the last days, which may cover
 * only a share of the plan. `asked` is the number of answers that the plan requires from today
 * until `daysLeft` days later.
 */
export function atPace(
  { idle, planned }: { idle: number; planned: number },
  { recentPerDay }: Pick<StudyPace, 'recentPerDay'>,
  asked: number,
  daysLeft: number,
): number {
  const wanted = asked / (Math.max(0, daysLeft) + 1)
  const kept = wanted === 0 ? 1 : Math.min(1, recentPerDay / wanted)
  return idle + (planned - idle) * kept
}
