#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
// npx steppe ...: the command line, beside a running server or by itself.
import { runCli } from './support/cli.mjs'
import { withOneAddress } from './support/origin/configured-origin.mjs'
import { callerDirectory, dataDirectory } from './support/paths.mjs'
import { openPostgres } from './support/postgres.mjs'
import { backupEnvironment } from './support/server/backup-environment.mjs'
import { checkDatabase } from './support/server/check-database.mjs'
import { configuredUrls, forOwner } from './support/server/database-urls.mjs'
import { isBlank, prepare } from './support/server/prepare.mjs'
import { authSecret } from './support/server/secret.mjs'
import { lockDataDirectory } from './support/server/server-lock.mjs'
import { openTrial } from './support/trial-postgres.mjs'
import { main } from './support/user-error.mjs'

/** These read files only, unless they export what is published. */
const needNoDatabase = /^course (check|verify|export|coverage|balance)\b/
const asksForFiles = (/** @type {string[]} */ args) =>
  args[0] === 'course' && args[1] === 'export' && args.some((arg) => /^--files(=|$)/.test(arg))

/** It may run before there are tables, and must not make them for whoever makes the roles. */
const asksForRoles = (/** @type {string[]} */ args) => args[0] === 'database' && args[1] === 'roles'

/** These make the tables of an empty database themselves. */
const makesTables = new Set(['prepare', 'restore'])

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
  const isFirst = !existsSync(join(dataDir, 'auth-secret'))
  if (isFirst && !(await isUnderstood(args, cwd))) return 1
  const ownUrl = process.env.DATABASE_URL
  /** @type {(() => void | Promise<void>)[]} */
  const undo = []
  if (ownUrl) await checkDatabase(ownUrl)
  else if (args[0] === 'restore') {
    // No server may run on data that is being replaced, nor start on it.
    const lock = await lockDataDirectory(dataDir, 'the command restore')
    undo.push(() => lock.release())
  }
  const postgres = ownUrl ? undefined : await openPostgres({ dataDir, log: console.error })
  try {
    /** @type {NodeJS.ProcessEnv} */
    const own = { ...addressed, STEPPE_DATA_DIR: dataDir, AUTH_SECRET: authSecret(dataDir) }
    Object.assign(own, backupEnvironment(dataDir)) // for the jobs of `remind`
    const urls = postgres
      ? { owner: postgres.url, application: postgres.applicationUrl }
      : configuredUrls()
    const env = urls ? forOwner(own, urls) : own
    const needsTables = !makesTables.has(args[0] ?? '') && !asksForRoles(args)
    if (needsTables && (await isBlank(env.DATABASE_URL))) {
      if (!isFirst && !(await isUnderstood(args, cwd))) return 1
      await prepare(env)
    }
    if (args[0] === 'backup' && args[1] === 'verify') {
      const trial = await openTrial(dataDir)
      undo.push(trial.close)
      env.STEPPE_TRIAL_DATABASE_URL = trial.url
    }
    return (await runCli(args, { cwd, env })).code
  } finally {
    for (const step of undo) await step()
    await postgres?.stop()
  }
})

/**
 * Whether there is such a command with such options; otherwise says what is wrong. Asked before a
 * database is made for a slip of the keys.
 *
 * @param {string[]} args
 * @param {string} cwd
 */
async function isUnderstood(args, cwd) {
  const env = { ...process.env, STEPPE_ONLY_PARSE: '1' }
  return (await runCli(args, { cwd, env })).code === 0
}

/** @param {string[]} args */
function needsDatabase(args) {
  const words = args.filter((arg) => !arg.startsWith('-'))
  if (words.length === 0 || words[0] === 'help') return false
  if (args.some((arg) => ['--help', '-h', '-V'].includes(arg))) return false
  if (args[0] === '--version') return false
  if (asksForRoles(args) && args.includes('--sql')) return false
  return asksForFiles(args) || !needNoDatabase.test(words.join(' '))
}
