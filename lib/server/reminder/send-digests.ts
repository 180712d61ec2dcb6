import 'server-only'
import { together } from '../../db/connection/read-together'
import type { User } from '../../db/people/users'
import { digestReaders } from '../../db/reminder/reminder-settings'
import { finishedKeys } from '../../db/reminder/sent-messages'
import { dueCounts } from '../../db/study/cards'
import { recentPace } from '../../db/study/review-log'
import { recentRollUps, rollUpsIn } from '../../db/study/study-days'
import { unseenReplies } from '../../db/study/week-figures'
import { digest } from '../../reminder/digest'
import type { Message } from '../../reminder/message'
import { digestOccasion, type Occasion } from '../../reminder/when'
import { dailyQueue, questionsIn } from '../../review/daily-queue'
import { minutesFor, PACE_OF_LAST } from '../../review/pace'
import { learnerStateAnd } from '../learner-state'
import { anyLearner, type WholeScope } from '../whole-scope'
import type { JobInput } from './job'
import { sendEach } from './send-each'
import { type Reminder, type SendOutcome, sendOnce } from './send-once'

type Due = Occasion & { readonly reader: User; readonly key: string }

/**
 * Sends the digest of the day to everybody who wants one, has something due and has not studied
 * today. Harmless when repeated. Throws course_not_published.
 */
export async function sendDigests(
  whole: WholeScope,
  { now, mailer }: JobInput,
): Promise<readonly SendOutcome[]> {
  const asked = (await digestReaders()).flatMap((reader): Due[] => {
    const occasion = digestOccasion(now, reader.clock)
    return occasion ? [{ ...occasion, reader, key: `digest/${reader.id}/${occasion.day}` }] : []
  })
  if (asked.length === 0) return []
  const finished = await finishedKeys(asked.map(({ key }) => key))
  const open = asked.filter(({ key }) => !finished.has(key))
  const people = open.map(({ reader, day }) => ({ userId: reader.id, today: day }))
  const [due, done] = await Promise.all([dueCounts(people), recentRollUps(people, 1)])
  const waiting = open.filter(
    ({ reader: { id } }) => (due.get(id) ?? 0) > 0 && (done.get(id)?.reviews ?? 0) === 0,
  )
  return sendEach(waiting, { now, mailer }, async (each) => {
    const message = await digestOf(whole, each, now)
    return message && sendOnce(reminderOf(each, message), mailer, now)
  })
}

async function digestOf(
  whole: WholeScope,
  { reader, day }: Due,
  now: number,
): Promise<Message | null> {
  const scope = anyLearner(whole, reader)
  const { id } = reader
  const { learner, also } = await learnerStateAnd(
    scope,
    now,
    together({
      done: rollUpsIn(id, day, day),
      paceMs: recentPace(id, PACE_OF_LAST),
      replies: unseenReplies(id),
    }),
  )
  const { paceMs, replies } = also
  const [done] = also.done
  const { counts } = dailyQueue(learner, questionsIn(learner, null), done)
  return digest({
    today: day,
    reviews: counts.review + counts.learning,
    fresh: counts.new,
    minutes: minutesFor(counts, paceMs),
    assignments: learner.assignments.filter(({ dueDay }) => dueDay >= day),
    replies,
  })
}

const reminderOf = ({ key, reader, since }: Due, message: Message): Reminder => ({
  key,
  message,
  since,
  kind: 'digest',
  userId: reader.id,
  to: reader.email,
})
