import type { Client } from 'pg'
import { dealDecks } from './deck'

/** Of one invented analyst. A million cards are a thousand people. */
const CARDS_OF_ONE = 1000
const AT_ONCE = 20

/**
 * Other people, a million cards of them and so many million events. Returns the number of events.
 * Harmless to the rows of anybody else: nothing of theirs is touched.
 */
export async function addOthers(
  db: Client,
  million: number,
  log: (line: string) => void,
): Promise<number> {
  const people = 1000
  const events = million
  // Seeding need not survive a power cut, and checkpoints would take most of the time.
  await db.query('SET synchronous_commit = off')
  for (let done = 0; done < people; done += AT_ONCE) {
    const { rows } = await db.query<{ id: string }>(
      `INSERT INTO "User" (id, email, name, role, zone, "createdAt")
       SELECT id, id || '@others.example', 'Analyst', 'learner', 'UTC', now() - interval '2 years'
       FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) p RETURNING id`,
      [AT_ONCE],
    )
    const ids = rows.map(({ id }) => id)
    await dealDecks(db, ids, { questions: [], cards: CARDS_OF_ONE, events })
    if ((done + AT_ONCE) % 200 === 0) log(`${done + AT_ONCE} of ${people} other people`)
  }
  await db.query('RESET synchronous_commit')
  return people * CARDS_OF_ONE * events
}
