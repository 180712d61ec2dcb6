import { Client } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Job, Report } from './job'
import { NOTHING } from './tally'
import { timed } from './timed'

const DAY_MS = 86_400_000

// What one grade writes, and nothing else: an event, its card, the roll-up of the day, the version.
const COMMIT = {
  name: 'bench-commit',
  text: `
    WITH moved AS (
      UPDATE "CardsVersion" SET version = version + 1 WHERE "userId" = $1::uuid
    ), card AS (
      UPDATE "Card" SET stability = stability + 0.1, reps = reps + 1, "lastReviewAt" = $5,
        "lastReviewDay" = $4, "dueDay" = $4 + 20, "lastEventAt" = $5, version = version + 1
      WHERE "userId" = $1::uuid AND "questionId" = $3
    ), rolled AS (
      INSERT INTO "StudyDay" ("userId", day, reviews, "durationMs") VALUES ($1::uuid, $4, 1, 4000)
      ON CONFLICT ("userId", day) DO UPDATE SET reviews = "StudyDay".reviews + 1,
        "durationMs" = "StudyDay"."durationMs" + 4000
    )
    INSERT INTO "ReviewEvent" ("userId", id, "questionId", kind, at, day, "receivedAt", rating,
      "durationMs", revision, "modelVersion", "predictedRecall", context, resulting)
    VALUES ($1::uuid, $2::uuid, $3, 'grade', $5, $4, $5, 3, 4000, 1, 'fsrs6-r90-2', 0.9, 'review',
      $6::json)`,
}

const RESULTING = JSON.stringify({
  state: {
    phase: 'review',
    stability: 23.4,
    difficulty: 5.1,
    reps: 4,
    lapses: 0,
    lastReviewAt: 1_790_000_000_000,
    lastReviewDay: 20_700,
    intervalDays: 20,
    dueDay: 20_720,
  },
  suspended: false,
  buriedUntil: null,
})

/** One connection for each person, all at once. */
export async function commits({
  databaseUrl,
  userIds,
  questions,
  requests,
}: Job & { kind: 'commits' }): Promise<Report> {
  const writers = await Promise.all(
    userIds.map(async (userId) => {
      const client = new Client(databaseUrl)
      await client.connect()
      let turn = 0
      const step = async () => {
        const at = new Date()
        const question = questions[turn % questions.length]
        turn += 1
        const day = Math.floor(at.getTime() / DAY_MS)
        await client.query({ ...COMMIT, values: [userId, uuidv7(), question, day, at, RESULTING] })
        return { ...NOTHING, accepted: 1 }
      }
      return { step, end: () => client.end() }
    }),
  )
  try {
    return await timed(
      writers.map(({ step }) => step),
      requests,
    )
  } finally {
    await Promise.all(writers.map(({ end }) => end()))
  }
}
