// npm run bench: measures the running program on data of its own -> bench/results.json and a table.
// docs/performance.md says what it takes and what its rows mean.
// npm run bench -- learners: invented learners under several policies; needs no build and no program.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './support/checkout/build.mjs'
import { findChromium } from './support/checkout/chromium.mjs'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { findLighthouse } from './support/checkout/lighthouse.mjs'
import { nodeNamed } from './support/checkout/node-24.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
import { root } from './support/paths.mjs'
import { run } from './support/process/run.mjs'
import { main } from './support/user-error.mjs'

const log = console.log

await main(async (args) => {
  requireNode()
  await ensureInstalled({ log })
  if (args[0] === 'learners') return program('learners.ts', [], process.env)
  // A build of its own, beside the one that may be serving: with an empty page (next.config.mjs).
  process.env.STEPPE_BENCH = '1'
  for (const step of [ensureGenerated, ensureBuilt]) await step({ log })
  const chromium = await findChromium({ log })
  const lighthouse = args.includes('--quick') ? undefined : await findLighthouse(log)
  const { DATABASE_URL, STEPPE_DATA_DIR, PORT, HOST, ...inherited } = process.env
  const env = {
    ...inherited,
    ...(chromium && { STEPPE_CHROMIUM: chromium }),
    ...(lighthouse && { STEPPE_LIGHTHOUSE: lighthouse }),
  }
  return program('main.ts', await withNode(args), env)
})

/** @param {string[]} args those of the bench, with the path of the Node that they name */
async function withNode(args) {
  const at = args.indexOf('--node') + 1
  const wanted = at === 0 ? undefined : args[at]
  return wanted ? args.with(at, await nodeNamed(wanted, log)) : args
}

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
