declare global {
  /** Resolves when the database is prepared; bin/support/server/next-process.mjs sets it. */
  var steppeMayWork: Promise<void> | undefined
}

/**
 * Next calls this once in each server process. With STEPPE_JOBS=off, `steppe remind` runs the jobs
 * instead.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const mayWork = globalThis.steppeMayWork ?? Promise.resolve()
  const { startWarmUp } = await import('./lib/server/operate/warm-up')
  void mayWork.then(() => startWarmUp(Date.now))
  if (process.env.STEPPE_JOBS === 'off') return
  const { startJobs } = await import('./lib/server/operate/job-loop')
  void mayWork.then(() => startJobs(Date.now, Math.random))
}
