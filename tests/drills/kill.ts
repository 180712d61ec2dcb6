import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../bin/support/process/port.mjs'
import { startApp } from '../support/app'
import { createUser, steppe } from '../support/command-line'
import { atMost, type Drill, exactly, type Figure, told } from './support/drill'
import { type Killed, killRounds } from './support/kill-rounds'
import type { Part } from './support/processes'
import { questionsOf, storedEvents } from './support/stored-events'

const FULL: readonly (readonly [Part, number])[] = [
  ['web server', 25],
  ['whole program', 25],
  ['database', 20],
  ['both', 10],
]
const SHORT: typeof FULL = FULL.map(([part]) => [part, 1] as const)

const PEOPLE = ['asel', 'bek', 'cholpon'].map((name) => ({
  email: `${name}@example.org`,
  name,
  role: 'learner',
  password: 'a long enough one',
}))

const drill: Drill = {
  says: 'No acknowledged answer is lost or counted twice while processes are killed (kill -9).',
  async run({ short, log }) {
    const dataDir = mkdtempSync(join(tmpdir(), 'steppe-drill-'))
    const port = await freePort()
    const start = () => startApp({ dataDir, port })
    let app = await start()
    try {
      for (const person of PEOPLE) await createUser(dataDir, person)
      const questions = await questionsOf(dataDir)
      const parts = mixed(
        (short ? SHORT : FULL).flatMap(([part, times]) => Array(times).fill(part)),
      )
      const outcome = await killRounds({
        app,
        dataDir,
        people: PEOPLE,
        questions,
        parts,
        startAgain: start,
        log,
      })
      app = outcome.app
      const { acknowledged, made, surprises } = outcome
      for (const surprise of surprises.slice(0, 5)) log(surprise)
      const stored = await storedEvents(dataDir)
      const kept = new Set(stored)
      const check = await steppe(dataDir, ['log', 'check'])
      return [
        ...FULL.flatMap(([part]) => downOf(part, outcome.killed)),
        told('answers given', made),
        exactly('answers acknowledged in the end', acknowledged.size, made),
        exactly(
          'acknowledged answers that are lost',
          [...acknowledged].filter((id) => !kept.has(id)).length,
          0,
        ),
        exactly('answers stored twice', stored.length - kept.size, 0),
        exactly('answers stored that nobody gave', kept.size - acknowledged.size, 0),
        exactly('answers of the server other than 200 and 503', surprises.length, 0),
        exactly('`log check` finds differences', / 0 differences/.test(check) ? 0 : 1, 0),
      ]
    } finally {
      await app.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}
export default drill

function downOf(part: Part, killed: readonly Killed[]): readonly Figure[] {
  const times = killed.filter((each) => each.part === part).map(({ backAfterMs }) => backAfterMs)
  return [
    told(`${part}: killed`, times.length),
    atMost(`${part}: ready again, at the latest after`, Math.max(0, ...times), 60_000, 'ms'),
  ]
}

/** In any order, so that each kind follows each other. */
const mixed = <T>(all: readonly T[]): readonly T[] =>
  all
    .map((each) => ({ each, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each)
