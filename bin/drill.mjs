// npm run drill [-- NAME ... | all] [--short]: the long proofs of tests/drills, on data of their own.
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './support/checkout/build.mjs'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
import { forgetInstallation, withPrograms } from './support/checkout/test-environment.mjs'
import { root } from './support/paths.mjs'
import { run } from './support/process/run.mjs'
import { main, UserError } from './support/user-error.mjs'

const log = console.log
const folder = join(root, 'tests', 'drills')

await main(async (args) => {
  const known = readdirSync(folder).flatMap((file) => file.match(/^(.+)\.ts$/)?.[1] ?? [])
  const named = args.filter((arg) => !arg.startsWith('--'))
  const unknown = named.find((name) => name !== 'all' && !known.includes(name))
  if (unknown) {
    throw new UserError(
      `There is no drill named "${unknown}". Nothing was run.\nChoose from: ${known.join(', ')}, all.`,
    )
  }
  requireNode()
  forgetInstallation()
  for (const step of [ensureInstalled, ensureGenerated]) await step({ log })
  if (named.length === 0) return program(['--list', ...known], process.env)
  await ensureBuilt({ log })
  const options = args.filter((arg) => arg.startsWith('--'))
  return program([...options, ...(named.includes('all') ? known : named)], await withPrograms(log))
})

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function program(args, env) {
  const loader = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href
  const file = join(folder, 'support', 'main.ts')
  // As the command line runs: a drill may call verbs of lib/server itself.
  const flags = ['--conditions=react-server', '--import', loader, file]
  // A forgotten time zone must fail here too.
  const zoned = { ...env, TZ: 'Asia/Kathmandu' }
  return (await run(process.execPath, [...flags, ...args], { cwd: root, env: zoned })).code
}
