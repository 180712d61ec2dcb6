import 'server-only'
import { newestPublication } from '../../db/course/published-course'

/** Whether this process may get traffic, and what is missing if not. */
export type Readiness =
  | { readonly status: 'ready'; readonly courseVersion: number }
  | { readonly status: 'not_ready'; readonly missing: 'database' | 'course' }

/** Never throws: a database that does not answer within `timeoutMs` counts as missing. */
export async function checkReady({ timeoutMs }: { timeoutMs: number }): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'late')
  })
  try {
    const newest = await Promise.race([newestPublication(), late])
    if (newest === 'late') return { status: 'not_ready', missing: 'database' }
    if (newest === null) return { status: 'not_ready', missing: 'course' }
    return { status: 'ready', courseVersion: newest.version }
  } catch {
    return { status: 'not_ready', missing: 'database' }
  } finally {
    clearTimeout(timer)
  }
}
