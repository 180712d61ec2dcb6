import 'server-only'
import { analyzeParents } from '../../db/operate/analyze-parents'
import { forgetExpired } from '../../db/operate/forget-expired'
import { endTurn, takeTurn } from '../../db/operate/job-turns'
import { noteJob } from '../../observe/jobs'
import { announceExams } from '../exam/announce-exams'
import { gradeOver } from '../exam/grade-over'
import type { Job, JobInput } from '../reminder/job'
import type { MailOutcome } from '../reminder/mail-once'
import { sendDigests } from '../reminder/send-digests'
import { sendInvitations } from '../reminder/send-invitations'
import { sendNotices } from '../reminder/send-notices'
import type { SendOutcome } from '../reminder/send-once'
import { sendSummaries } from '../reminder/send-summaries'
import type { WholeScope } from '../whole-scope'
import { askToRelearn } from './ask-to-relearn'
import { backUp, tryBackup } from './backup-jobs'
import { storeForecasts } from './store-forecasts'

const JOBS: readonly Job[] = [
  // First, because the others show what is due.
  {
    name: 'corrections',
    run: async (whole, { now }) => {
      await askToRelearn(whole, now)
      return null
    },
  },
  {
    name: 'exams whose time is over',
    run: async (whole, { now }) => {
      const graded = await gradeOver(whole, { now })
      return graded === 0 ? null : `${graded} attempts graded`
    },
  },
  { name: 'daily digests', run: async (whole, input) => words(await sendDigests(whole, input)) },
  {
    name: 'weekly summaries',
    run: async (whole, input) => words(await sendSummaries(whole, input)),
  },
  {
    name: 'exams that opened',
    run: async (whole, { now }) => {
      const exams = await announceExams(whole, { now })
      return exams === 0 ? null : `${exams} exams announced`
    },
  },
  { name: 'notices by mail', run: async (whole, input) => told(await sendNotices(whole, input)) },
  {
    name: 'invitations by mail',
    run: async (whole, input) => told(await sendInvitations(whole, input)),
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
  { name: 'backup', run: (whole, { now }) => backUp(whole, now) },
  { name: 'trial restore', run: (whole, { now }) => tryBackup(whole, now) },
  {
    name: 'deleting what has expired',
    run: async (_, { now }) => {
      await forgetExpired(now)
      return null
    },
  },
  {
    name: 'counting for the plans of the database',
    run: async (_, { now }) => {
      await analyzeParents(now)
      return null
    },
  },
]

const FAILED = 'failed'

type Told = { readonly name: string; readonly did: string }

/** Every job one after another, whatever becomes of the one before. Never throws: a failure is logged and told. */
export async function runJobs(whole: WholeScope, input: JobInput): Promise<readonly Told[]> {
  const done: (Told | null)[] = []
  for (const job of JOBS) done.push(await runOne(job, whole, input))
  return done.filter((each) => each !== null)
}

/**
 * The same for a server: of several processes, each job is done by the one that asks first, and by none
 * again within a few minutes. Never throws.
 */
export async function runJobsInTurn(whole: WholeScope, input: JobInput): Promise<readonly Told[]> {
  const done: (Told | null)[] = []
  for (const job of JOBS) {
    try {
      if (!(await takeTurn(job.name, input.now))) continue
      const said = await runOne(job, whole, input)
      done.push(said)
      await endTurn(job.name, input.now, said?.did === FAILED ? 'badly' : 'well')
    } catch (error) {
      console.error(`${job.name}: could not be begun or ended, and will be tried again.`, error)
    }
  }
  return done.filter((each) => each !== null)
}

async function runOne(
  { name, run }: Job,
  whole: WholeScope,
  input: JobInput,
): Promise<Told | null> {
  try {
    const did = await run(whole, input)
    noteJob(name, 'well', input.now)
    return did === null ? null : { name, did }
  } catch (error) {
    noteJob(name, 'badly', input.now)
    console.error(`${name}: failed, and will be tried again.`, error)
    return { name, did: FAILED }
  }
}

const MAIL_WORDS: Readonly<Record<MailOutcome['kind'], string>> = {
  mailed: 'mailed',
  over: 'not sent',
  later: 'postponed',
  taken: 'taken by another process',
}

const told = (sent: readonly MailOutcome['kind'][]): string | null =>
  wordsOf(sent.map((each) => MAIL_WORDS[each]))

const WORDS: Readonly<Record<SendOutcome, string>> = {
  mailed: 'mailed',
  noted: 'shown in the app',
  later: 'postponed',
  taken: 'taken by another process',
}

const words = (sent: readonly SendOutcome[]): string | null =>
  wordsOf(sent.map((each) => WORDS[each]))

function wordsOf(said: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const each of said) counts.set(each, (counts.get(each) ?? 0) + 1)
  if (counts.size === 0) return null
  return [...counts].map(([each, n]) => `${n} ${each}`).join(', ')
}
