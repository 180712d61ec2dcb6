import { setTimeout as wait } from 'node:timers/promises'
import type { RunningApp } from '../../support/app'
import { type HttpClient, signIn } from '../../support/http-client'
import { answering } from './answering'
import { killPart, type Part } from './processes'

export type Killed = {
  readonly part: Part
  /** Until the program was ready again, in ms. */
  readonly backAfterMs: number
}

export type Outcome = {
  readonly killed: readonly Killed[]
  readonly made: number
  readonly acknowledged: ReadonlySet<string>
  readonly surprises: readonly string[]
  /** As it runs in the end. */
  readonly app: RunningApp
}

const READY_WITHIN_MS = 60_000

/**
 * People answer without a pause while parts of the program are killed, one after the other. Each time
 * the program has to be ready again before the next kill; in the end, every answer is acknowledged.
 */
export async function killRounds(options: {
  readonly app: RunningApp
  readonly dataDir: string
  readonly people: readonly { readonly email: string; readonly password: string }[]
  readonly questions: readonly string[]
  readonly parts: readonly Part[]
  /** As systemd does, at the same port. */
  readonly startAgain: () => Promise<RunningApp>
  readonly log: (line: string) => void
}): Promise<Outcome> {
  const { dataDir, people, questions, parts, startAgain, log } = options
  let { app } = options
  const clients: HttpClient[] = []
  for (const { email, password } of people) clients.push(await signIn(app.url, email, password))
  const all = clients.map((client) => answering(() => client, questions))
  for (const each of all) each.start()
  const killed: Killed[] = []
  try {
    for (const part of parts) {
      // In the middle of something, and not always of the same.
      await wait(300 + Math.random() * 1200)
      const began = performance.now()
      if (await killPart(part, app, dataDir)) app = await startAgain()
      await ready(app.url)
      const backAfterMs = Math.round(performance.now() - began)
      killed.push({ part, backAfterMs })
      log(`${killed.length} of ${parts.length}: ${part} killed, ready after ${backAfterMs} ms`)
    }
  } catch (error) {
    for (const each of all) each.giveUp()
    throw error
  } finally {
    await Promise.all(all.map((each) => each.settle()))
  }
  return {
    killed,
    app,
    made: all.reduce((sum, each) => sum + each.made(), 0),
    acknowledged: new Set(all.flatMap((each) => [...each.acknowledged])),
    surprises: all.flatMap((each) => each.surprises),
  }
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    const isReady = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5000) })
      .then(({ ok }) => ok)
      .catch(() => false)
    // A killed part may still be answering for a moment through the one that was not.
    if (isReady) return
    await wait(20)
  }
  throw new Error(`The program was not ready again within ${READY_WITHIN_MS} ms.`)
}
