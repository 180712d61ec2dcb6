import { readFileSync } from 'node:fs'
import { runFuzz } from '../support/policy/fuzz'
import { entryNames } from '../support/policy/requests'
import { openWorld } from '../support/policy/world'
import { temporaryApp } from '../support/temporary-app'
import { atMost, type Drill, exactly, told } from './support/drill'
import { fuzzedSoFar } from './support/fuzzed-so-far'

const drill: Drill = {
  says: 'No request, however malformed, makes an error of the server, and memory comes back.',
  async run({ short, log }) {
    const seed = Number(process.env.STEPPE_TEST_SEED ?? Date.now())
    const runs = short ? 20 : 500
    const minutes = Number(process.env.STEPPE_FUZZ_MINUTES ?? Number.POSITIVE_INFINITY)
    const until = performance.now() + minutes * 60_000
    const soFar = fuzzedSoFar({ runs, seed })
    const before = soFar.read()
    const left = entryNames().filter((entry) => !before.some((each) => each.entry === entry))
    log(`The seed is ${seed}. STEPPE_TEST_SEED=${seed} sends the same, and goes on where it ended.`)
    if (before.length > 0)
      log(`${before.length} entries are done already, and ${left.length} left.`)
    const app = await temporaryApp()
    try {
      const world = await openWorld(app)
      log('The people, the cohorts and the exam are there.')
      // Warm, so that what is loaded and compiled once does not count as lost.
      await runFuzz(world, { runs: 5, seed: seed + 1 })
      const used = memoryOf(app.pid)
      for (const [index, entry] of left.entries()) {
        if (performance.now() > until) break
        const { requests, broken, bare } = await runFuzz(world, { runs, seed, entries: [entry] })
        soFar.add({ entry, requests, broken: [...broken], bare: [...bare] })
        if (index % 10 === 9) log(`${before.length + index + 1} of ${entryNames().length} entries`)
      }
      const grown = memoryOf(app.pid) - used
      const done = soFar.read()
      const of = (kind: 'broken' | 'bare') => done.flatMap((each) => each[kind])
      for (const line of [...of('broken'), ...of('bare')].slice(0, 60)) log(line)
      const traces = app.output().split('\n    at ').length - 1
      if (traces > 0) log(app.output().slice(-6000))
      const alive = await fetch(`${app.url}/api/health/ready`)
      const open = entryNames().length - done.length
      if (open === 0) soFar.forget()
      return [
        told('entries', done.length),
        exactly('entries that were not reached', open, 0),
        told(
          'requests',
          done.reduce((sum, { requests }) => sum + requests, 0),
        ),
        exactly('answers with 5xx, or none', of('broken').length, 0),
        exactly('refusals without our headers', of('bare').length, 0),
        exactly('stack traces in the log', traces, 0),
        exactly('status of ready at the end', alive.status, 200),
        atMost('memory that did not come back', Math.round(grown), 150, 'MB'),
      ]
    } finally {
      await app.remove()
    }
  },
}

/** Resident memory of the web server below this process, in MB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('next-process.mjs')) {
      const [, kilobytes] =
        readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/) ?? []
      return Number(kilobytes) / 1024
    }
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return Math.max(
      0,
      ...children
        .split(' ')
        .filter(Boolean)
        .map((child) => memoryOf(Number(child))),
    )
  } catch {
    return 0
  }
}

export default drill
