#!/usr/bin/env node
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
// npx steppe ...: the command line, beside a running server or by itself.
import { runCli } from './support/cli.mjs'
import { withOneAddress } from './support/origin/configured-origin.mjs'
import { callerDirectory, dataDirectory } from './support/paths.mjs'
import { openPostgres } from './support/postgres.mjs'
import { isBlank, prepare } from './support/server/prepare.mjs'
import { authSecret } from './support/server/secret.mjs'
import { main } from './support/user-error.mjs'

/** These read files only. */
const needNoDatabase = /^course (check|verify|export|coverage)\b/

await main(async (args) => {
  requireNode()
  await ensureInstalled()
  await ensureGenerated({ log: () => {} })
  const cwd = callerDirectory()
  if (!needsDatabase(args)) return (await runCli(args, { cwd, env: process.env })).code

  const keep = () => {} // run() passes signals on; here they must not skip the end below
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, keep)
  const addressed = withOneAddress(process.env)
  const dataDir = dataDirectory()
  const postgres = process.env.DATABASE_URL
    ? undefined
    : await openPostgres({ dataDir, log: console.error })
  try {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...addressed, STEPPE_DATA_DIR: dataDir, AUTH_SECRET: authSecret(dataDir) }
    if (postgres) env.DATABASE_URL = postgres.url
    // `prepare` makes the tables itself.
    if (args[0] !== 'prepare' && (await isBlank(env.DATABASE_URL))) await prepare(env)
    return (await runCli(args, { cwd, env })).code
  } finally {
    await postgres?.stop()
  }
})

/** @param {string[]} args */
function needsDatabase(args) {
  const words = args.filter((arg) => !arg.startsWith('-'))
  if (words.length === 0 || words[0] === 'help') return false
  if (args.some((arg) => ['--help', '-h', '--version', '-V'].includes(arg))) return false
  return !needNoDatabase.test(words.join(' '))
}
