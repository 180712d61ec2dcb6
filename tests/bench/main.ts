import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../support/app'
import { signIn } from '../support/http-client'
import { keyToPaint } from './key-to-paint'
import { measure, summary } from './measure'
import { firstLoadScripts } from './page-weight'
import { answersOneByOne, loadsOf } from './requests'

// Numbers are for one machine in one run: compare rows, not runs.
const password = 'steppe-demo-2026'
const dataDir = mkdtempSync(join(tmpdir(), 'steppe-bench-'))
const began = performance.now()
const first = await startApp({ dataDir, program: 'demo' })
const demoS = (performance.now() - began) / 1000
await first.stop()

const again = performance.now()
const app = await startApp({ dataDir, program: 'demo' })
const secondStartS = (performance.now() - again) / 1000
try {
  // One who fell behind, and so has a full queue.
  const learner = await signIn(app.url, 'dov.marek@demo.example', password)
  const instructor = await signIn(app.url, 'instructor@demo.example', password)
  const cohort = await instructor.firstLink('/cohorts', /href="(\/cohorts\/[0-9a-f-]{36})"/)
  const rows = [
    await measure('POST /api/reviews, one event', 300, answersOneByOne(learner)),
    await measure('GET /today', 150, loadsOf(learner, '/today')),
    await measure('GET /api/session', 150, loadsOf(learner, '/api/session')),
    await measure('GET /progress', 100, loadsOf(learner, '/progress')),
    await measure('GET /course', 100, loadsOf(learner, '/course')),
    await measure('GET /cohorts/ID', 100, loadsOf(instructor, cohort)),
    await keyToPaint(app.url, { email: 'dov.marek@demo.example', password }, 1),
    await keyToPaint(app.url, { email: 'dov.marek@demo.example', password }, 4),
  ]
  const weights = []
  for (const path of ['/today', '/review']) weights.push(await firstLoadScripts(learner, path))
  const results = {
    cpus: cpus().length,
    node: process.version,
    demoStartS: round(demoS),
    secondStartS: round(secondStartS),
    requests: rows,
    firstLoadJavaScript: weights,
  }
  const folder = new URL('../../bench/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('results.json', folder), `${JSON.stringify(results, null, 2)}\n`)
  console.log(summary(results))
} finally {
  await app.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
