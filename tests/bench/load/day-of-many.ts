import { setTimeout as wait } from 'node:timers/promises'
import type { Job, Report } from './job'
import { added, NOTHING, type Tally } from './tally'
import { type Caller, callerOf } from './visit'

/** So many grades of one person between two looks at Today, each with a new session. */
const GRADES_BETWEEN_LOOKS = 20

/** People at work. The times are those of the grades. */
export async function dayOfMany(
  { visitors, questions, pauseMs, seconds }: Job & { kind: 'day' },
  random: () => number,
): Promise<Report> {
  const began = performance.now()
  const end = began + seconds * 1000
  const times: number[] = []
  let tally: Tally = NOTHING
  const pause = () => wait(-Math.log(1 - random()) * pauseMs)

  const work = async (caller: Caller, offset: number) => {
    // Not all at the same instant.
    await wait(random() * pauseMs)
    for (let done = 0; performance.now() < end; done += 1) {
      if (done % GRADES_BETWEEN_LOOKS === 0) {
        tally = added(tally, await caller.page('/today'))
        tally = added(tally, await caller.page('/api/session'))
      }
      const startedAt = performance.now()
      const question = questions[(offset + done) % questions.length] ?? ''
      tally = added(tally, await caller.grades([question]))
      times.push(performance.now() - startedAt)
      await pause()
    }
    caller.close()
  }
  await Promise.all(visitors.map((visitor, index) => work(callerOf(visitor), index * 7)))
  return { times, seconds: (performance.now() - began) / 1000, tally }
}
