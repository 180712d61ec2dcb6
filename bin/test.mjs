// npm test [-- check|unit|db|e2e ...]: everything from a bare checkout, up to the first failure.
import { join } from 'node:path'
import { ensureBuilt } from './support/checkout/build.mjs'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
import { forgetInstallation, withPrograms } from './support/checkout/test-environment.mjs'
import { root } from './support/paths.mjs'
import { run } from './support/process/run.mjs'
import { runStages } from './support/stages.mjs'
import { main, UserError } from './support/user-error.mjs'

const log = console.log

forgetInstallation()

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
  unit: [tool('unit', 'vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'mocked')],
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
  return tool('e2e', '@playwright/test/cli.js', 'test').work(await withPrograms(log))
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
