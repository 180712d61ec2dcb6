import 'server-only'
import { recordAudit } from '../../db/people/audit'
import { listUsers, type User } from '../../db/people/users'
import { personVersion } from '../../db/study/batch-ground'
import { cardsOf, type EventsSeen, eventsSeenBy } from '../../db/study/cards'
import { replaceProjection } from '../../db/study/replace-projection'
import { logOf } from '../../db/study/review-log'
import { rollUpsOf } from '../../db/study/study-days'
import type { QuestionId } from '../../kernel/ids'
import { UNSEEN_CARD } from '../../memory/card/card'
import { NO_RECORD } from '../../memory/card/card-record'
import type { ProjectedCard } from '../../memory/card/projected-card'
import { addCounts, type DayCounts, NO_COUNTS } from '../../memory/log/day-counts'
import { fold } from '../../memory/log/fold'
import type { ModelOf } from '../../memory/model/shipped-models'
import type { ReviewEvent } from '../../review/event'
import { modelsOf } from '../learner-models'
import type { WholeScope } from '../whole-scope'

type LogDifference = {
  readonly email: string
  /** A question's id, or a study day's number. */
  readonly what: string
  readonly stored: string
  readonly folded: string
}

export type LogReport = {
  readonly users: number
  readonly events: number
  readonly cards: number
  readonly differences: readonly LogDifference[]
}

/**
 * Folds every person's log and compares it with the stored cards and study days. With `repair` the
 * projection is rewritten from the log wherever the two differ; the log itself is never touched.
 *
 * What else is kept is no projection of the log. `CardsVersion` is no count: it only has to change
 * whenever a card does. A flag holds what an instructor made of it. `ForecastSnapshot` and
 * `ForecastScore` hold what was forecast by the course and the clock of a day that has passed.
 */
export async function checkLog(
  _: WholeScope,
  input: { readonly repair: false } | { readonly repair: true; readonly now: number },
): Promise<LogReport> {
  const differences: LogDifference[] = []
  let events = 0
  let cards = 0
  const users = await listUsers()
  for (const user of users) {
    const checked = await checkOne(user, input.repair)
    events += checked.events
    cards += checked.cards
    differences.push(...checked.differences)
  }
  if (input.repair && differences.length > 0) {
    const detail = { differences: differences.length }
    await recordAudit({ at: input.now, actorId: null, kind: 'log_repaired', detail })
  }
  return { users: users.length, events, cards, differences }
}

/** Other processes record answers meanwhile: what was read before one of them is read again. */
async function checkOne(user: User, repair: boolean): Promise<Omit<LogReport, 'users'>> {
  while (true) {
    const version = await personVersion(user.id)
    const log = await logOf(user.id)
    const { cards, days } = project(log, await modelsOf(user))
    const differences = await compare(user, { cards, days })
    const isCurrent =
      differences.length === 0 ||
      (repair
        ? await replaceProjection(user, version, cards, days)
        : (await personVersion(user.id)) === version)
    if (isCurrent) return { events: log.length, cards: cards.size, differences }
  }
}

type Projection = {
  readonly cards: ReadonlyMap<QuestionId, ProjectedCard>
  readonly days: ReadonlyMap<number, DayCounts>
}

function project(log: readonly ReviewEvent[], models: ModelOf): Projection {
  const byCard = new Map<QuestionId, ReviewEvent[]>()
  for (const event of log) {
    const events = byCard.get(event.questionId) ?? []
    events.push(event)
    byCard.set(event.questionId, events)
  }
  const days = new Map<number, DayCounts>()
  const cards = new Map<QuestionId, ProjectedCard>()
  for (const [questionId, events] of byCard) {
    const folded = fold(events, models)
    const grades = events.filter((event) => event.kind === 'grade')
    cards.set(questionId, {
      card: folded.card,
      record: folded.record,
      lastEventAt: Math.max(...events.map((event) => event.at)),
      version: events.length,
      modelVersion: grades.at(-1)?.modelVersion ?? null,
    })
    for (const [day, counts] of folded.days) {
      days.set(day, addCounts(days.get(day) ?? NO_COUNTS, counts))
    }
  }
  return { cards, days }
}

async function compare(user: User, projection: Projection): Promise<LogDifference[]> {
  const [storedCards, storedDays, seen] = await Promise.all([
    cardsOf(user.id),
    rollUpsOf(user.id),
    eventsSeenBy(user.id),
  ])
  const differences: LogDifference[] = []
  const note = (what: string, stored: unknown, folded: unknown) => {
    const texts = [canonical(stored), canonical(folded)] as const
    if (texts[0] !== texts[1]) {
      differences.push({ email: user.email, what, stored: texts[0], folded: texts[1] })
    }
  }
  const cards = new Map(storedCards.map(({ questionId, ...stored }) => [questionId, stored]))
  for (const id of new Set([...cards.keys(), ...projection.cards.keys()])) {
    const stored = cards.get(id)
    const folded = projection.cards.get(id)
    note(id, stored?.card ?? UNSEEN_CARD, folded?.card ?? UNSEEN_CARD)
    note(`${id} (record)`, stored?.record ?? NO_RECORD, folded?.record ?? NO_RECORD)
    note(`${id} (events)`, seenOf(seen.get(id)), seenOf(folded))
  }
  const days = new Map<number, DayCounts>(storedDays.map(({ day, ...counts }) => [day, counts]))
  for (const day of new Set([...days.keys(), ...projection.days.keys()])) {
    note(`day ${day}`, days.get(day) ?? NO_COUNTS, projection.days.get(day) ?? NO_COUNTS)
  }
  return differences
}

const seenOf = (card: EventsSeen | undefined) =>
  card === undefined ? null : { version: card.version, lastEventAt: card.lastEventAt }

/** Text that is the same for equal values, whatever order their fields were made in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
