import 'server-only'
import { diskIsFull } from '../../db/connection/disk-probe'
import { type ReplicaState, replicaState } from '../../db/connection/read-replica'
import { newestPublication } from '../../db/course/published-course'
import { troubleWords } from '../../kernel/database-unavailable'
import { UnfitDatabase, verifyConnection } from './verify-connection'

/** Whether this process may get traffic, and what is missing if not. */
export type Readiness =
  /** `replica` is missing unless STEPPE_READ_DATABASE_URL is set. */
  | {
      readonly status: 'ready'
      readonly courseVersion: number
      readonly replica?: Exclude<ReplicaState, { kind: 'none' }>
    }
  | { readonly status: 'not_ready'; readonly missing: 'database' | 'course' }
  /** `detail` says what to set. */
  | {
      readonly status: 'not_ready'
      readonly missing: 'database_settings' | 'disk'
      readonly detail: string
    }

/** Never throws: a database that does not answer within `timeoutMs` counts as missing. */
export async function checkReady({ timeoutMs }: { timeoutMs: number }): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'late')
  })
  try {
    const newest = await Promise.race([verifyConnection().then(newestPublication), late])
    if (newest === 'late') return { status: 'not_ready', missing: 'database' }
    if (newest === null) return { status: 'not_ready', missing: 'course' }
    if (await diskIsFull()) {
      const { title, text } = troubleWords('disk-full')
      return { status: 'not_ready', missing: 'disk', detail: `${title}. ${text}` }
    }
    const replica = await replicaState()
    return {
      status: 'ready',
      courseVersion: newest.version,
      ...(replica.kind === 'none' ? {} : { replica }),
    }
  } catch (error) {
    if (error instanceof UnfitDatabase) {
      return { status: 'not_ready', missing: 'database_settings', detail: error.message }
    }
    return { status: 'not_ready', missing: 'database' }
  } finally {
    clearTimeout(timer)
  }
}
