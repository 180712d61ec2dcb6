/**
 * A number other than 0, or an error, is a failure.
 *
 * @typedef {{ name: string, work: () => Promise<void | number> }} Stage
 */

/**
 * Runs named stages in turn up to the first that fails, with the time of each, and closes with one
 * line about all.
 *
 * @param {Stage[]} stages
 */
export async function runStages(stages) {
  const done = []
  let failed = false
  for (const { name, work } of stages) {
    if (failed) {
      done.push(`${name} not run`)
      continue
    }
    console.log(`\n── ${name}`)
    const start = performance.now()
    failed = await fails(work)
    const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`
    console.log(`── ${name}: ${failed ? 'FAILED' : 'ok'} (${seconds})`)
    done.push(`${name} ${failed ? 'FAILED' : 'ok'} ${seconds}`)
  }
  console.log(`\n${done.join(' · ')}`)
  return failed ? 1 : 0
}

/** @param {Stage['work']} work */
async function fails(work) {
  try {
    return ((await work()) ?? 0) !== 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return true
  }
}
