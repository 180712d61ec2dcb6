import type { Report } from './job'
import { added, NOTHING, type Tally } from './tally'

/** Every step again and again, each one after the other and all at once; the time of each. */
export async function timed(
  steps: readonly (() => Promise<Tally>)[],
  requests: number,
): Promise<Report> {
  let tally = NOTHING
  const times: number[] = []
  const began = performance.now()
  await Promise.all(
    steps.map(async (step) => {
      for (let done = 0; done < requests; done += 1) {
        const startedAt = performance.now()
        const became = await step()
        times.push(performance.now() - startedAt)
        tally = added(tally, became)
      }
    }),
  )
  return { times, seconds: (performance.now() - began) / 1000, tally }
}
