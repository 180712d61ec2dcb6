import 'server-only'
import { grantApplication } from '../../db/connection/application-role'
import { migrate } from '../../db/connection/migrate'
import { whilePreparing } from '../../db/connection/one-at-a-time'
import { type Published, publishCourse } from '../course/publish-course'
import { openSetup } from '../people/open-setup'
import type { WholeScope } from '../whole-scope'
import { askToRelearn } from './ask-to-relearn'
import { bringProjectionUp } from './bring-projection-up'
import { keepSecret, refuseOtherSecret } from './secret'
import { verifyConnection } from './verify-connection'

export type Prepared = {
  readonly migrations: readonly string[]
  readonly published: Published
  /** `/setup/TOKEN` while nobody has an account. */
  readonly setupPath: string | null
}

type ToPrepare = {
  /** Of the owner of the tables. */
  readonly url: string
  /** Of the role that the web server will have, if that is another. */
  readonly applicationUrl?: string
  readonly migrations: string
  readonly course: string
  /** The key that signs the cookies. */
  readonly secret: string
  /** As `publishCourse` takes it. */
  readonly compiled: string | null
  readonly now: number
  /** Told before each migration of a database that was in use. */
  readonly onMigration?: (name: string) => void
  /** Told when another process is preparing the database, and is waited for. */
  readonly onWait?: () => void
}

/**
 * What must be done before a server may answer: migrations, the course, the set-up link. Of several
 * processes that start at once, one does it and the others find it done.
 */
export async function prepareDatabase(whole: WholeScope, input: ToPrepare): Promise<Prepared> {
  await verifyConnection()
  return whilePreparing(input.url, () => prepareAlone(whole, input), input.onWait)
}

async function prepareAlone(whole: WholeScope, input: ToPrepare): Promise<Prepared> {
  const { url, now } = input
  const isKnown = await refuseOtherSecret(whole, input.secret)
  const applied = await migrate({
    url,
    directory: input.migrations,
    now: new Date(now),
    onFile: input.onMigration,
  })
  const { applicationUrl } = input
  if (applicationUrl !== undefined) await grantApplication({ ownerUrl: url, applicationUrl })
  // Comparing keys is made to be slow, so it is not done twice.
  if (!isKnown) await keepSecret(whole, { secret: input.secret, now })
  await bringProjectionUp(whole, now)
  const published = await publishCourse(whole, {
    folder: input.course,
    compiled: input.compiled,
    now,
  })
  await askToRelearn(whole, now)
  const token = await openSetup(whole, { now })
  return { migrations: applied, published, setupPath: token && `/setup/${token}` }
}
