import fc from 'fast-check'
import { edits, runEdits } from '../support/course-edits'
import { fixtureFiles } from '../support/course-fixture'
import { atLeast, type Drill, exactly, told } from './support/drill'

const drill: Drill = {
  says: 'Whatever is edited and published, no card loses its history, no event refers to nothing, and an export makes the same course.',
  async run({ short, log }) {
    const seed = Number(process.env.STEPPE_TEST_SEED ?? Date.now() % 2_147_483_647)
    const runs = short ? 300 : 10_000
    log(`The seed is ${seed}. STEPPE_TEST_SEED=${seed} does the same edits.`)
    const files = await fixtureFiles()
    let done = 0
    let published = 0
    let refused = 0
    const result = fc.check(
      fc.property(edits, (sequence) => {
        const outcome = runEdits(files, sequence)
        published += outcome.published
        refused += outcome.refused
        done += 1
        if (done % 1000 === 0) log(`${done} of ${runs} sequences`)
      }),
      { numRuns: runs, seed },
    )
    if (result.failed) log(fc.defaultReportMessage(result) ?? 'failed')
    return [
      told('sequences', done),
      atLeast('versions published', published, runs / 2),
      atLeast('edits refused because of faults', refused, runs / 10),
      exactly('laws broken', result.failed ? 1 : 0, 0),
    ]
  },
}

export default drill
