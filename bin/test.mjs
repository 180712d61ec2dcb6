// npm test [-- check|unit|db|e2e ...]: everything from a bare checkout, up to the first failure.
import { join } from 'node:path'
import { ensureBuilt } from './support/checkout/build.mjs'
import { findChromium } from './support/checkout/chromium.mjs'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { findNginx } from './support/checkout/nginx.mjs'
import { findNode24 } from './support/checkout/node-24.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
import { root } from './support/paths.mjs'
import { run } from './support/process/run.mjs'
import { runStages } from './support/stages.mjs'
import { main, UserError } from './support/user-error.mjs'

const log = console.log

/** Nothing of an installation the user has: no test may reach its data, and none may depend on it. */
const notOurs =
  /^(DATABASE_URL|STEPPE_(?!TEST_|CHROMIUM|NGINX).*|(NEXT)?AUTH_.*|PORT|HOST|NODE_ENV|PG[A-Z]+)$/
for (const name of Object.keys(process.env)) if (notOurs.test(name)) delete process.env[name]
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {Record<string, import('./support/stages.mjs').Stage[]>} */
const groups = {
  check: [
    tool('biome', '@biomejs/biome/bin/biome', 'check', '.', '--error-on-warnings'),
    tool('typegen', 'next/dist/bin/next', 'typegen'),
    tool('tsc', 'typescript/bin/tsc', '--noEmit'),
    tool('tsc of bin', 'typescript/bin/tsc', '--noEmit', '--project', 'bin'),
    tool(
      'depcruise',
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'architecture.cjs',
      'app',
      'lib',
      'bin',
    ),
    tool('knip', 'knip/bin/knip.js'),
  ],
  unit: [tool('unit', 'vitest/vitest.mjs', 'run', '--project', 'unit')],
  db: [tool('db', 'vitest/vitest.mjs', 'run', '--project', 'db')],
  e2e: [
    { name: 'build', work: () => ensureBuilt({ log }) },
    { name: 'e2e', work: endToEnd },
  ],
}

await main(async (args) => {
  const unknown = args.find((name) => !(name in groups))
  if (unknown) {
    throw new UserError(
      `There is no group of tests named "${unknown}". Nothing was run.\nChoose from: ${Object.keys(groups).join(', ')}.`,
    )
  }
  requireNode()
  const wanted = args.length > 0 ? args : Object.keys(groups)
  return runStages([
    { name: 'install', work: () => ensureInstalled({ log }) },
    { name: 'generate', work: () => ensureGenerated({ log }) },
    ...wanted.flatMap((name) => groups[name] ?? []),
  ])
})

async function endToEnd() {
  const chromium = await findChromium({ log })
  const nginx = await findNginx({ log })
  const node24 = await findNode24(log)
  if (!node24) log('There is no Node 24 for the test that runs under it; it runs under this one.')
  const env = {
    ...process.env,
    ...(chromium && { STEPPE_CHROMIUM: chromium }),
    ...(nginx && { STEPPE_NGINX: nginx }),
    ...(node24 && { STEPPE_NODE_24: node24 }),
  }
  return tool('e2e', '@playwright/test/cli.js', 'test').work(env)
}

/**
 * @param {string} name
 * @param {string} program below node_modules
 * @param {string[]} args
 */
function tool(name, program, ...args) {
  const file = join(root, 'node_modules', program)
  const work = async (env = process.env) =>
    (await run(process.execPath, [file, ...args], { cwd: root, env })).code
  return { name, work }
}
