import 'server-only'
import { migrate } from '../../db/connection/migrate'
import { type Published, publishCourse } from '../course/publish-course'
import { openSetup } from '../people/open-setup'
import { bringProjectionUp } from './bring-projection-up'

export type Prepared = {
  readonly migrations: readonly string[]
  readonly published: Published
  /** `/setup/TOKEN` while nobody has an account. */
  readonly setupPath: string | null
}

/** What must be done before a server may answer: migrations, the course, the set-up link. */
export async function prepare(input: {
  url: string
  migrations: string
  course: string
  now: number
}): Promise<Prepared> {
  const { url, now } = input
  const applied = await migrate({ url, directory: input.migrations, now: new Date(now) })
  await bringProjectionUp(now)
  const published = await publishCourse({ folder: input.course, now })
  const token = await openSetup({ now })
  return { migrations: applied, published, setupPath: token && `/setup/${token}` }
}
