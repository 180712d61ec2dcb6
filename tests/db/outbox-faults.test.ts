import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { logOf } from '@/lib/db/study/review-log'
import { asEventId, asQuestionId, type EventId, type QuestionId } from '@/lib/kernel/ids'
import { type Random, seededRandom } from '@/lib/kernel/seeded-random'
import type { Rating } from '@/lib/memory/card/state'
import type { SubmittedEvent } from '@/lib/review/event'
import { checkLog } from '@/lib/server/operate/check-log'
import { wholeScope } from '@/lib/server/whole-scope'
import { fakeBrowser, type Tab } from '../support/fake-browser'
import { type FaultProxy, faultProxy } from '../support/fault-proxy'
import { type ReviewServer, reviewServer } from '../support/review-server'
import { DAY, NOON, openScene, somebody } from '../support/scene'

const SCHEDULES = 200
const AT_ONCE = 8
const QUESTIONS = ['founding-motive', 'fleet-size', 'founding-month', 'plan-status']

let scene: { close: () => Promise<void> }
let server: ReviewServer
let proxy: FaultProxy
const randoms = new Map<string, Random>()

beforeAll(async () => {
  scene = await openScene()
  server = await reviewServer(() => NOON + DAY)
  proxy = await faultProxy(
    server.url,
    (request) => String(request.headers['x-steppe-user']),
    (user) => randoms.get(user) ?? Math.random,
  )
})
afterAll(async () => {
  await proxy.close()
  await server.close()
  await scene.close()
})

test(`over ${SCHEDULES} schedules of drops, delays, duplicates, reordering and restarts the log holds everything once`, async () => {
  const seeds = Array.from({ length: SCHEDULES }, (_, seed) => seed)
  let done = 0
  const failures: string[] = []
  const work = async () => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      try {
        const added = await runSchedule(seed)
        done += added
      } catch (error) {
        failures.push(`seed ${seed}: ${inspect(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  expect(failures).toEqual([])

  const struck = proxy.struck()
  for (const fault of ['dropBefore', 'dropAfter', 'duplicate', 'reorder', 'truncate'] as const) {
    expect(struck[fault]).toBeGreaterThan(20)
  }
  const report = await checkLog(wholeScope(), { repair: false })
  expect(report.differences).toEqual([])
  expect(report.events).toBe(done)
}, 120_000)

/** Gives the number of things that were done. */
async function runSchedule(seed: number): Promise<number> {
  const random = seededRandom(`faults ${seed}`)
  const userId = await somebody()
  randoms.set(userId, seededRandom(`network ${seed}`))
  const isFull = seed % 10 === 9
  const browser = fakeBrowser({ userId, url: proxy.url, random, hasLocks: seed % 2 === 0, isFull })
  const tabs = isFull ? [browser.openTab()] : [browser.openTab(), browser.openTab()]
  const log = new MadeUpLog(random)

  const steps = 8 + Math.floor(random() * 8)
  for (let step = 0; step < steps; step += 1) {
    const place = Math.floor(random() * tabs.length)
    const tab = tabs[place] as Tab
    const draw = random()
    if (draw < 0.8) {
      const event = log.next()
      await tab.outbox.add({ event, prompt: null }, null)
    } else if (draw < 0.92 && !isFull) {
      tab.kill()
      tabs[place] = browser.openTab()
    } else await Promise.race([tab.outbox.flush(), sleep(random() * 20)])
    if (random() < 0.5) await sleep(random() * 8)
  }

  proxy.calm(userId)
  if (!isFull) {
    for (const tab of tabs) tab.kill()
    tabs.splice(0, tabs.length, browser.openTab())
  }
  const last = tabs[0] as Tab
  await last.outbox.ready
  for (let tries = 0; tries < 200 && last.outbox.status().waiting > 0; tries += 1) {
    await last.outbox.flush()
    await sleep(2)
  }
  const { waiting, refused, storage } = last.outbox.status()
  expect(refused.map(({ event, message }) => `${event.kind}: ${message}`)).toEqual([])
  expect({ waiting, storage }).toEqual({ waiting: 0, storage: isFull ? 'full' : 'works' })
  expect((await browser.store.load()).events).toEqual([])
  const ids = (await logOf(userId)).map(({ id }) => id)
  expect(ids.sort()).toEqual([...log.ids].sort())
  last.kill()
  return log.ids.length
}

/** What a learner might do next, one second after the other. */
class MadeUpLog {
  readonly ids: EventId[] = []
  private readonly standing: { id: EventId; questionId: QuestionId }[] = []
  constructor(private readonly random: Random) {}

  next(): SubmittedEvent {
    const id = asEventId(uuidv7())
    this.ids.push(id)
    const at = new Date(NOON + this.ids.length * 1000).toISOString()
    const draw = this.random()
    const target = this.standing.at(-1)
    if (draw < 0.2 && target) {
      this.standing.pop()
      return { id, questionId: target.questionId, at, kind: 'undo', undoes: target.id }
    }
    const name = QUESTIONS[Math.floor(this.random() * QUESTIONS.length)] ?? 'fleet-size'
    const questionId = asQuestionId(name)
    if (draw < 0.25) return { id, questionId, at, kind: 'bury' }
    if (draw < 0.3) return { id, questionId, at, kind: 'flag', comment: 'Odd.', answer: null }
    this.standing.push({ id, questionId })
    const rating = (1 + Math.floor(this.random() * 4)) as Rating
    const context = 'review'
    return { id, questionId, at, kind: 'grade', rating, answer: null, durationMs: 900, context }
  }
}
