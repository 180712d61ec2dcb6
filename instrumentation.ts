/**
 * Next calls this once in each server process. With STEPPE_JOBS=off, `steppe remind` runs the jobs
 * instead.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  if (process.env.STEPPE_JOBS === 'off') return
  const { startJobs } = await import('./lib/server/operate/job-loop')
  startJobs(Date.now, Math.random)
}
