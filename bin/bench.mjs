// npm run bench: measures the running program on the demo's data -> bench/results.json and a table.
// npm run bench -- cohort: the same for the instructors' pages over 500 analysts and 180 days.
// npm run bench -- learners: invented learners under several policies; needs no build and no program.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './support/checkout/build.mjs'
import { findChromium } from './support/checkout/chromium.mjs'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
import { root } from './support/paths.mjs'
import { run } from './support/process/run.mjs'
import { main } from './support/user-error.mjs'

const log = console.log

await main(async (args) => {
  requireNode()
  await ensureInstalled({ log })
  if (args[0] === 'learners') return program('learners.ts', [], process.env)
  for (const step of [ensureGenerated, ensureBuilt]) await step({ log })
  const chromium = await findChromium({ log })
  const { DATABASE_URL, STEPPE_DATA_DIR, PORT, HOST, ...inherited } = process.env
  const env = { ...inherited, ...(chromium && { STEPPE_CHROMIUM: chromium }) }
  return args[0] === 'cohort' ? program('cohort.ts', [], env) : program('main.ts', args, env)
})

/**
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function program(file, args, env) {
  const loader = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href
  const path = join(root, 'tests', 'bench', file)
  return (await run(process.execPath, ['--import', loader, path, ...args], { cwd: root, env })).code
}
