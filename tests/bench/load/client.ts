// The client, in a process of its own: its work must not delay the server's, nor the clock of the bench.
import { commits } from './commits'
import { dayOfMany } from './day-of-many'
import type { Job, Reply, Report } from './job'
import { timed } from './timed'
import { callerOf, stepOf } from './visit'

const reply = (message: Reply) => process.send?.(message)

process.on('message', (job: Job) => {
  void run(job).then(
    (report) => reply({ kind: 'done', report }),
    (error) =>
      reply({ kind: 'failed', message: error instanceof Error ? (error.stack ?? '') : `${error}` }),
  )
})
process.on('disconnect', () => process.exit())

async function run(job: Job): Promise<Report> {
  switch (job.kind) {
    case 'rounds': {
      const callers = job.visitors.map((visitor) => ({ caller: callerOf(visitor), ...visitor }))
      const steps = callers.map(({ caller, doing }) => stepOf(caller, doing))
      try {
        return await timed(steps, job.requests)
      } finally {
        for (const { caller } of callers) caller.close()
      }
    }
    case 'day':
      return dayOfMany(job, Math.random)
    case 'commits':
      return commits(job)
  }
}
