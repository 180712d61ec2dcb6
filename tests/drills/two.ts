import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { wholeScope } from '@/lib/server/whole-scope'
import { courseOf } from '../bench/seed/learners'
import { answer, makeAnalysts, PASSWORD, type Sent } from '../support/answering-people'
import { type HttpClient, signIn } from '../support/http-client'
import { severalMissing, severalProcesses } from '../support/several-processes'
import { withClient } from '../support/with-client'
import { atMost, type Drill, exactly, type Figure, told } from './support/drill'
import { signInCrowd } from './support/sign-in-crowd'

const LEARNERS = 100
/** Between two answers of one learner, on average. */
const PAUSE_MS = 3000
const drill: Drill = {
  says: 'Two processes behind nginx and PgBouncer act as one, the death of one is seen by nobody, and a crowd that signs in keeps nobody waiting.',
  run: async ({ short, log }) => {
    const missing = await severalMissing()
    if (missing !== null) throw new Error(missing)
    const several = await severalProcesses()
    try {
      log('two processes were started at once on an empty database')
      const emails = await makeAnalysts(several.databaseUrl, LEARNERS)
      const clients: HttpClient[] = []
      for (const email of emails) clients.push(await signIn(several.url, email, PASSWORD))
      log(`${clients.length} analysts are signed in`)
      const crowd = await signInCrowd(several.url, [...emails, ...emails], PASSWORD)
      log(`${2 * emails.length} sign-ins were sent at once`)
      const questions = await withClient(
        several.databaseUrl,
        async (db) => (await courseOf(db)).questions,
      )
      const seconds = short ? 20 : 120
      const sent: Sent[] = []
      const until = performance.now() + seconds * 1000
      const work = clients.map((client, index) => study(client, questions, index * 7, until, sent))
      await wait((seconds * 1000) / 2)
      const killedAt = performance.now()
      await several.killFirst()
      log('one of the two was killed')
      await Promise.all(work)
      return [...crowd, ...(await figures(several.databaseUrl, sent, killedAt, seconds))]
    } finally {
      await several.stop()
    }
  },
}
export default drill

async function study(
  client: HttpClient,
  questions: readonly string[],
  from: number,
  until: number,
  sent: Sent[],
): Promise<void> {
  await wait(Math.random() * PAUSE_MS)
  for (let turn = from; performance.now() < until; turn += 1) {
    sent.push(await answer(client, questions[turn % questions.length] ?? ''))
    await wait(-Math.log(1 - Math.random()) * PAUSE_MS)
  }
}

async function figures(
  url: string,
  sent: readonly Sent[],
  killedAt: number,
  seconds: number,
): Promise<Figure[]> {
  const stored = sent.filter((each) => each.stored)
  const counted = await withClient(url, async (client) => {
    const { rows } = await client.query<{ kept: number; events: number }>(
      `select count(*) filter (where id = any($1::uuid[]))::int as kept, count(*)::int as events
       from "ReviewEvent"`,
      [stored.map(({ id }) => id)],
    )
    return rows[0] ?? { kept: 0, events: 0 }
  })
  const p95 = (all: readonly Sent[]) =>
    Math.round(
      quantile(
        all.map(({ ms }) => ms),
        0.95,
      ),
    )
  const late = sent.filter(({ at }) => at >= killedAt)
  process.env.DATABASE_URL = url
  const { checkLog } = await import('@/lib/server/operate/check-log')
  const { differences } = await checkLog(wholeScope(), { repair: false })
  const { closeDatabase } = await import('@/lib/db/connection/client')
  await closeDatabase()
  // The next drill has a database of its own.
  delete process.env.DATABASE_URL
  const retried = sent.flatMap(({ failed }) => failed)
  return [
    told('answers sent', sent.length),
    told('answers a second', (sent.length / seconds).toFixed(1)),
    exactly('answers that failed for good', sent.length - stored.length, 0),
    exactly('acknowledged answers that are lost', stored.length - counted.kept, 0),
    exactly('answers stored twice', Math.max(0, counted.events - sent.length), 0),
    told('requests that the outbox sent again', retried.length),
    ...[...new Set(retried)].slice(0, 3).map((why) => told('why', why)),
    atMost('95 % of the answers within', p95(sent), 150, 'ms'),
    told(
      'half of the answers within',
      `${Math.round(
        quantile(
          sent.map(({ ms }) => ms),
          0.5,
        ),
      )} ms`,
    ),
    told('95 % of the answers after the kill within', `${p95(late)} ms`),
    exactly('differences that log check finds', differences.length, 0),
    told(
      'load of the machine',
      loadavg()
        .map((load) => load.toFixed(1))
        .join(' '),
    ),
  ]
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0
