/** What the flags are raised from: one analyst on one study day. */
export type RiskInput = {
  /** Reviews due and not done, suspended and buried ones left out. */
  readonly overdue: number
  /** Reviews this analyst does on a usual study day: median of the last 28 days on which any was done. */
  readonly usualPerDay: number
  /** Days of the last 14 on which nothing was reviewed although something was due. */
  readonly idleDays: number
  /** Mean predicted recall of what is due, today and a week ago as it then was; null: nothing due. */
  readonly dueRecall: { readonly now: number; readonly weekAgo: number | null } | null
  readonly deadlines: readonly DeadlineInput[]
}

export type DeadlineInput = {
  readonly title: string
  readonly daysLeft: number
  readonly target: number
  /** Readiness on the day it is due: with no review from today, and with the plan kept. */
  readonly idle: number
  readonly planned: number
}

export type RiskReason = {
  readonly kind: 'overload' | 'fading' | 'deadline-missed' | 'deadline-out-of-reach'
  /** In words, with the figures it rests on. */
  readonly words: string
}

/**
 * When flags are raised. Each needs a backlog of days, not one bad evening: the analyst would have
 * to work as many days as usual and more to get level.
 */
export const RISK_RULES = {
  /** Overdue reviews beyond so many usual days... */
  overloadDays: 3,
  /** ...and at least so many, with nothing reviewed on so many of the last 14 days. */
  overloadLeast: 30,
  idleDays: 3,
  /** Mean predicted recall of at least so many due cards below this, and falling by so much a week. */
  fadingLeast: 20,
  fadingBelow: 0.7,
  fadingBy: 0.05,
} as const

const percent = (share: number) => `${Math.round(share * 100)} %`
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** Every reason to talk to this analyst; empty for one who keeps up. */
export function riskReasons(input: RiskInput): readonly RiskReason[] {
  return [...overload(input), ...fading(input), ...input.deadlines.flatMap(deadline)]
}

function overload({ overdue, usualPerDay, idleDays }: RiskInput): RiskReason[] {
  const { overloadDays, overloadLeast, idleDays: fewest } = RISK_RULES
  const load = overdue / Math.max(1, usualPerDay)
  if (overdue < overloadLeast || load < overloadDays || idleDays < fewest) return []
  const words = `${overdue} reviews are overdue, ${Math.round(load)} times what they do on a usual day (${Math.round(usualPerDay)}); on ${days(idleDays)} of the last 14 something was due and nothing was done.`
  return [{ kind: 'overload', words }]
}

function fading({ overdue, dueRecall }: RiskInput): RiskReason[] {
  const { fadingLeast, fadingBelow, fadingBy } = RISK_RULES
  if (dueRecall === null || overdue < fadingLeast || dueRecall.now >= fadingBelow) return []
  const { now, weekAgo } = dueRecall
  if (weekAgo !== null && weekAgo - now < fadingBy) return []
  const before = weekAgo === null ? '' : `, down from ${percent(weekAgo)} a week ago`
  const words = `Of the ${overdue} questions that are due they would now recall about ${percent(now)}${before}.`
  return [{ kind: 'fading', words }]
}

function deadline({ title, daysLeft, target, idle, planned }: DeadlineInput): RiskReason[] {
  if (daysLeft < 0) {
    if (idle >= target) return []
    const words = `${title} was due ${days(-daysLeft)} ago: ${percent(idle)} of the ${percent(target)} asked for.`
    return [{ kind: 'deadline-missed', words }]
  }
  if (planned >= target) return []
  const words = `${title} is due in ${days(daysLeft)}: at this pace ${percent(planned)}, ${percent(target)} is asked for.`
  return [{ kind: 'deadline-out-of-reach', words }]
}
