import { runMatrix } from '../support/policy/matrix'
import { KINDS, openWorld } from '../support/policy/world'
import { temporaryApp } from '../support/temporary-app'
import { type Drill, exactly, told } from './support/drill'

const drill: Drill = {
  says: 'Everybody gets what the policy gives them, at every entry, and nothing else; also during an exam.',
  async run({ log }) {
    const app = await temporaryApp()
    try {
      const world = await openWorld(app)
      log('The people, the cohorts and the exam are there.')
      const { entries, requests, leaks, broken } = await runMatrix(world)
      for (const line of [...leaks, ...broken]) log(line)
      const traces = app.output().split('\n    at ').length - 1
      if (traces > 0) log(app.output().slice(-6000))
      return [
        told('entries', entries),
        told('kinds of people', KINDS.length),
        told('requests', requests),
        exactly('leaks', leaks.length, 0),
        exactly('answers with 5xx', broken.length, 0),
        exactly('stack traces in the log', traces, 0),
      ]
    } finally {
      await app.remove()
    }
  },
}

export default drill
