import 'server-only'
import type { Sent } from './send-once'

/** So that one run ends long before another takes its claims for abandoned; the next run goes on. */
const MOST = 500

/** Sends to each in turn; a failure of one is logged and keeps nothing from the others. */
export async function sendEach<Due extends { readonly key: string }>(
  waiting: readonly Due[],
  send: (due: Due) => Promise<Sent | null>,
): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const due of waiting) {
    if (sent.filter((each) => each !== 'taken').length >= MOST) break
    try {
      const outcome = await send(due)
      if (outcome !== null) sent.push(outcome)
    } catch (error) {
      console.error(`${due.key}: not sent.`, error)
    }
  }
  return sent
}
