import type { Job } from '../load/job'
import type { Row } from '../results/row'
import { type Bench, freshLearners, requestsIn, type SignedIn } from './bench'
import { measure } from './measure'

const BATCH = 20

/** One grade a request and twenty, from one browser, from eight of one person, and of eight people. */
export async function grades(bench: Bench): Promise<readonly Row[]> {
  const people = await freshLearners(bench, 12)
  const [alone, busy, batching, together, ...eight] = people
  if (!alone || !busy || !batching || !together) throw new Error('Nobody was made')
  const wanted: readonly [string, readonly SignedIn[], number, number][] = [
    ['POST /api/reviews, a grade', [alone], 1, 500],
    ['POST /api/reviews, a grade, one person', Array(8).fill(busy), 1, 100],
    ['POST /api/reviews, a grade, eight people', eight, 1, 150],
    [`POST /api/reviews, ${BATCH} grades`, [batching], BATCH, 100],
    [`POST /api/reviews, ${BATCH} grades, one person`, Array(8).fill(together), BATCH, 20],
    [`POST /api/reviews, ${BATCH} grades, eight people`, eight, BATCH, 40],
  ]
  const rows: Row[] = []
  for (const [what, who, batch, requests] of wanted) {
    rows.push(
      await measure(bench, {
        what,
        clients: who.length,
        floor: batch === 1 ? ['route', 'commit'] : [],
        events: batch,
        job: (count) => gradesOf(bench, who, batch, count),
        requests: requestsIn(bench, requests),
      }),
    )
  }
  return rows
}

/** Nobody grades a card that another browser of the same person grades at that moment. */
function gradesOf(
  { course: { questions } }: Bench,
  who: readonly SignedIn[],
  batch: number,
  requests: number,
): Job {
  return {
    kind: 'rounds',
    visitors: who.map(({ visitor }, index) => ({
      ...visitor,
      doing: {
        kind: 'grades',
        questions,
        batch,
        from: Math.floor((index * questions.length) / who.length),
      },
    })),
    requests,
  }
}
