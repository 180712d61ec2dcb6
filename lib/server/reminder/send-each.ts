import 'server-only'
import type { JobInput } from './job'
import { maySend, type SendOutcome } from './send-once'

/** With this limit a run ends long before another takes its claims for abandoned. The next run continues. */
const MOST = 500

/** Sends to one person after another. A failure is logged, and the others still get theirs. */
export async function sendEach<Due extends { readonly key: string; readonly since: number }>(
  waiting: readonly Due[],
  { now, mailer }: JobInput,
  send: (due: Due) => Promise<SendOutcome | null>,
): Promise<SendOutcome[]> {
  const sent: SendOutcome[] = []
  for (const due of waiting.slice(0, MOST)) {
    try {
      // Checked before the message is written, because that is most of the work.
      const outcome = (await maySend(due.since, mailer, now)) ? await send(due) : 'later'
      if (outcome !== null) sent.push(outcome)
    } catch (error) {
      console.error(`${due.key} was not sent.`, error)
    }
  }
  return sent
}
