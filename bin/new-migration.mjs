// For developers: writes prisma/migrations/<time>_<name>/migration.sql, the way from what the
// migrations make of an empty database to what prisma/schema.prisma says.
//   node bin/new-migration.mjs add-flags
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './support/paths.mjs'
import { openPostgres } from './support/postgres.mjs'
import { schemaDifference } from './support/schema-difference.mjs'
import { main, UserError } from './support/user-error.mjs'

const migrations = join(root, 'prisma', 'migrations')

await main(async ([name]) => {
  if (!name || !/^[a-z0-9-]+$/.test(name)) {
    throw new UserError(
      'Give the migration a name of lower-case letters, digits and hyphens. Nothing was written.\n' +
        'For example: node bin/new-migration.mjs add-flags',
    )
  }
  const sql = await onScratchDatabase((url) => schemaDifference(url))
  if (sql === '') {
    console.log('The migrations already lead to prisma/schema.prisma, so none was written.')
    return
  }
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = join(migrations, `${time}_${name.replaceAll('-', '_')}`)
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'migration.sql'), sql)
  console.log(`Wrote ${directory}/migration.sql. Read it before you commit it.`)
})

/**
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function onScratchDatabase(work) {
  const dataDir = mkdtempSync(join(tmpdir(), 'steppe-migration-'))
  const postgres = await openPostgres({ dataDir, durable: false })
  try {
    await applyAll(postgres.url)
    return await work(postgres.url)
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** @param {string} url */
async function applyAll(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client(url)
  await client.connect()
  for (const entry of readdirSync(migrations, { withFileTypes: true }).sort(byName)) {
    if (!entry.isDirectory()) continue
    await client.query(readFileSync(join(migrations, entry.name, 'migration.sql'), 'utf8'))
  }
  await client.end()
}

/**
 * @param {{ name: string }} a
 * @param {{ name: string }} b
 */
function byName(a, b) {
  return a.name < b.name ? -1 : 1
}
