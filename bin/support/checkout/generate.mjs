import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { root } from '../paths.mjs'
import { withLock } from '../process/lock.mjs'
import { run } from '../process/run.mjs'
import { UserError } from '../user-error.mjs'
import { hashOf, readStamp, writeStamp } from './checkout-state.mjs'

const schema = join(root, 'prisma', 'schema.prisma')

/**
 * Generates the database client from prisma/schema.prisma, unless it is there and as it must be.
 *
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function ensureGenerated({ log = console.error } = {}) {
  if (isGenerated()) return
  await withLock(join(root, '.steppe-generate.lock'), async () => {
    if (isGenerated()) return
    log('Generating the database client...')
    const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js')
    const args = [prisma, 'generate', '--no-hints', `--schema=${schema}`]
    const { code, stdout } = await run(process.execPath, args, { cwd: root, env, capture: 'all' })
    if (code !== 0) {
      throw new UserError(
        `The database client could not be generated. No data was touched.\n${stdout}`,
      )
    }
    writeStamp('generate', wanted())
  })
}

/**
 * Prisma asks for its schema engine before it generates, downloads it if need be, and then does not
 * use it: any program that exists will do.
 */
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}

function isGenerated() {
  return existsSync(outputDirectory()) && readStamp('generate') === wanted()
}

function wanted() {
  return hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
}

function outputDirectory() {
  const [, output] = readFileSync(schema, 'utf8').match(/^\s*output\s*=\s*"([^"]+)"/m) ?? []
  return resolve(dirname(schema), output ?? '.')
}
