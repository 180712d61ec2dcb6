import 'server-only'
import { migrate } from '../../db/connection/migrate'
import { type Published, publishCourse } from '../course/publish-course'
import { openSetup } from '../people/open-setup'
import type { WholeScope } from '../whole-scope'
import { bringProjectionUp } from './bring-projection-up'
import { verifyConnection } from './verify-connection'

export type Prepared = {
  readonly migrations: readonly string[]
  readonly published: Published
  /** `/setup/TOKEN` while nobody has an account. */
  readonly setupPath: string | null
}

/** What must be done before a server may answer: migrations, the course, the set-up link. */
export async function prepareDatabase(
  whole: WholeScope,
  input: {
    url: string
    migrations: string
    course: string
    /** As `publishCourse` takes it. */
    compiled: string | null
    now: number
    /** Told before each migration of a database that was in use. */
    onMigration?: (name: string) => void
  },
): Promise<Prepared> {
  const { url, now } = input
  await verifyConnection()
  const applied = await migrate({
    url,
    directory: input.migrations,
    now: new Date(now),
    onFile: input.onMigration,
  })
  await bringProjectionUp(whole, now)
  const published = await publishCourse(whole, {
    folder: input.course,
    compiled: input.compiled,
    now,
  })
  const token = await openSetup(whole, { now })
  return { migrations: applied, published, setupPath: token && `/setup/${token}` }
}
