import 'server-only'
import type { JobInput } from './job'
import { mayGo, type Sent } from './send-once'

/** So that one run ends long before another takes its claims for abandoned; the next run goes on. */
const MOST = 500

/** Sends to each in turn; a failure of one is logged and keeps nothing from the others. */
export async function sendEach<Due extends { readonly key: string; readonly since: number }>(
  waiting: readonly Due[],
  { now, post }: JobInput,
  send: (due: Due) => Promise<Sent | null>,
): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const due of waiting.slice(0, MOST)) {
    try {
      // Asked before the message is put together, which is most of the work.
      const outcome = (await mayGo(due.since, post, now)) ? await send(due) : 'later'
      if (outcome !== null) sent.push(outcome)
    } catch (error) {
      console.error(`${due.key}: not sent.`, error)
    }
  }
  return sent
}
