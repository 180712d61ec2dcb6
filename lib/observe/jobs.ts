import 'server-only'

type JobState = {
  /** When it ended last without an error (ms); null when it has not since the process started. */
  readonly succeededAt: number | null
  readonly failures: number
}

declare global {
  /** Of this process, by the name of the job. The figures read it. */
  var steppeJobs: Map<string, JobState> | undefined
}

export function noteJob(name: string, ended: 'well' | 'badly', now: number): void {
  globalThis.steppeJobs ??= new Map()
  const before = globalThis.steppeJobs.get(name) ?? { succeededAt: null, failures: 0 }
  globalThis.steppeJobs.set(
    name,
    ended === 'well'
      ? { ...before, succeededAt: now }
      : { ...before, failures: before.failures + 1 },
  )
}
