import 'server-only'
import { forgetExpired } from '../../db/operate/forget-expired'
import type { Job, JobInput } from '../reminder/job'
import { sendDigests } from '../reminder/send-digests'
import type { SendOutcome } from '../reminder/send-once'
import { sendSummaries } from '../reminder/send-summaries'
import type { WholeScope } from '../whole-scope'
import { storeForecasts } from './store-forecasts'

const JOBS: readonly Job[] = [
  { name: 'daily digests', run: async (whole, input) => words(await sendDigests(whole, input)) },
  {
    name: 'weekly summaries',
    run: async (whole, input) => words(await sendSummaries(whole, input)),
  },
  {
    name: 'forecasts',
    run: async (whole, { now }) => {
      const { made, judged } = await storeForecasts(whole, now)
      return made + judged === 0
        ? null
        : `forecasts made for ${made} analysts, ${judged} earlier forecasts evaluated`
    },
  },
  {
    name: 'deleting what has expired',
    run: async (_, { now }) => {
      await forgetExpired(now)
      return null
    },
  },
]

/** Every job in turn, whatever becomes of the one before. Never throws: a failure is logged and told. */
export async function runJobs(
  whole: WholeScope,
  input: JobInput,
): Promise<readonly { readonly name: string; readonly did: string }[]> {
  const told: { name: string; did: string }[] = []
  for (const { name, run } of JOBS) {
    try {
      const did = await run(whole, input)
      if (did !== null) told.push({ name, did })
    } catch (error) {
      console.error(`${name}: failed, and will be tried again.`, error)
      told.push({ name, did: 'failed' })
    }
  }
  return told
}

const WORDS: Readonly<Record<SendOutcome, string>> = {
  mailed: 'mailed',
  noted: 'shown in the app',
  later: 'postponed',
  taken: 'taken by another process',
}

function words(sent: readonly SendOutcome[]): string | null {
  const counts = new Map<SendOutcome, number>()
  for (const each of sent) counts.set(each, (counts.get(each) ?? 0) + 1)
  if (counts.size === 0) return null
  return [...counts].map(([each, n]) => `${n} ${WORDS[each]}`).join(', ')
}
