// npm run bundle [-- FOLDER] [--with-node]: one file for a machine that reaches no registry.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBuilt } from './support/checkout/build.mjs'
import { packBundle } from './support/checkout/bundle.mjs'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
import { callerDirectory } from './support/paths.mjs'
import { main } from './support/user-error.mjs'

const log = console.log

await main(async (args) => {
  requireNode()
  for (const step of [ensureInstalled, ensureGenerated, ensureBuilt]) await step({ log })
  const [named = 'bundle'] = args.filter((arg) => !arg.startsWith('--'))
  const folder = resolve(callerDirectory(), named)
  mkdirSync(folder, { recursive: true })
  const staging = mkdtempSync(join(tmpdir(), 'steppe-bundle-'))
  try {
    const withNode = args.includes('--with-node')
    const { file, checksum } = await packBundle({ folder, staging, withNode, log })
    log(`Wrote ${file}\n  SHA-256 ${checksum}, also in ${file}.sha256`)
    log('Unpack it into an empty folder of the other machine and run: sh start.sh')
  } finally {
    rmSync(staging, { recursive: true })
  }
})
