// Freezes this checkout as a release: node --conditions=react-server --import tsx
// tests/support/freeze-release.ts NAME. See tests/fixtures/releases/README.md.
import { execFileSync } from 'node:child_process'
import { closeDatabase } from '@/lib/db/connection/client'
import { readMigrationFiles } from '@/lib/db/connection/migration-files'
import { prepareDatabase } from '@/lib/server/operate/prepare-database'
import { wholeScope } from '@/lib/server/whole-scope'
import { frozenReleases, writeRelease } from './frozen-releases'
import { dumpRows } from './frozen-rows'
import { courseFolder } from './real-course'
import { MIGRATIONS } from './release-database'
import { makePast } from './release-past'
import { temporaryPostgres } from './temporary-postgres'
import { withClient } from './with-client'

const [, , title] = process.argv
if (!title || !/^[a-z0-9-]+$/.test(title))
  throw new Error('Give the release a name, as `new-exams`.')

const number = frozenReleases().length + 1
const now = Date.now()
const { url, stop } = await temporaryPostgres()
try {
  process.env.DATABASE_URL = url
  await prepareDatabase(wholeScope(), {
    url,
    migrations: MIGRATIONS,
    course: courseFolder,
    compiled: null,
    secret: 'of a frozen release',
    now: now - 30 * 86_400_000,
  })
  await makePast({ days: 16, seed: number, now })
  await closeDatabase()
  const release = {
    name: `${String(number).padStart(2, '0')}-${title}`,
    commit: execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim(),
    takenAt: new Date(now).toISOString(),
    migrations: readMigrationFiles(MIGRATIONS).map(({ name }) => name),
  }
  writeRelease(release, await withClient(url, dumpRows))
  console.log(`Frozen as ${release.name}.`)
} finally {
  await stop()
}
