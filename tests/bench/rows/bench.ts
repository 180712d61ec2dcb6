import type { App } from '../host/app'
import type { Database } from '../host/database'
import type { Load } from '../load/drive'
import type { Visitor } from '../load/job'
import { settle } from '../seed/deck'
import type { Course, Learner } from '../seed/learners'
import { makeLearners, visitorOf } from '../seed/learners'

/** What the families of rows measure with. */
export type Bench = {
  readonly dataDir: string
  readonly app: App
  readonly database: Database
  readonly load: Load
  readonly course: Course
  /** The Node that runs server and client. */
  readonly node: string
  /** How much less is measured in a quick run: 1, or a part of it. */
  readonly share: number
  readonly log: (line: string) => void
}

export type SignedIn = Learner & { readonly visitor: Visitor }

/** New people with full queues, signed in. No row gets those of another. */
export async function freshLearners(
  { app, database, course }: Bench,
  count: number,
  cards?: number,
): Promise<readonly SignedIn[]> {
  const learners = await makeLearners(database.rows, course, count, cards)
  await settle(database.rows)
  const signedIn: SignedIn[] = []
  for (const learner of learners) {
    signedIn.push({ ...learner, visitor: await visitorOf(app.url, learner.email) })
  }
  return signedIn
}

export const requestsIn = ({ share }: Bench, full: number): number =>
  Math.max(20, Math.round(full * share))
