// npm run bench: see docs/performance.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { added, NOTHING } from './load/tally'
import { parseOptions } from './options'
import { figureTable, refusalTable, rowTable } from './results/table'
import { type Results, runBench } from './run-bench'

const parsed = parseOptions(process.argv.slice(2))
if (parsed.ok) {
  process.exitCode = report(await runBench(parsed.options))
} else {
  console.error(parsed.message)
  process.exitCode = 2
}

/**
 * The exit code: 1 when rows could not be measured, and when something that was sent was neither
 * accepted nor refused with a reason.
 */
function report(results: Results): number {
  const folder = new URL('../../bench/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('results.json', folder), `${JSON.stringify(results, null, 2)}\n`)
  const { machine, rows, figures } = results
  console.log(
    `Steppe ${machine.commit}, Node ${machine.node}, Postgres ${machine.postgres}, ` +
      `${machine.cpus} cores, ${machine.tookS} s. The whole is in bench/results.json.\n`,
  )
  if (rows.length > 0) console.log(`${rowTable(rows)}\n`)
  if (figures.length > 0) console.log(`${figureTable(figures)}\n`)
  console.log(refusalTable(rows) || 'Nothing was refused, and no connection was lost.')
  const { unexplained } = rows.reduce((sum, { tally }) => added(sum, tally), NOTHING)
  if (unexplained > 0) {
    console.error(`${unexplained} of what was sent was neither accepted nor refused with a reason.`)
  }
  for (const failure of results.failures) console.error(failure)
  return unexplained > 0 || results.failures.length > 0 ? 1 : 0
}
