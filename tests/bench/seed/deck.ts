import type { Client } from 'pg'

const DAY_MS = 86_400_000

const studyDayOfNow = (): number => Math.floor(Date.now() / DAY_MS)

// A card that was graded `version` times. Its last review was 20 days before it is due, or 20 days ago
// when it is due later than today.
const CARDS = `
  INSERT INTO "Card" ("userId", "questionId", phase, stability, difficulty, reps, lapses,
    "intervalDays", "lastReviewAt", "lastReviewDay", "dueDay", "modelVersion", "firstPassed",
    "firstMs", tested, passed, "predictedSum", "varianceSum", "lastEventAt", version)
  SELECT u, q, 'review', 15 + i % 60, 3 + i % 5, 3, 0, due - last, at, last, due, 'fsrs6-r90-2', i % 5 <> 0,
    4000, 2, 2, 1.8, 0.18, at, 3
  FROM unnest($1::uuid[]) u, generate_series(1, $3::int) i,
    LATERAL (SELECT CASE WHEN i <= cardinality($2::text[]) THEN ($2::text[])[i]
      ELSE 'other-course-' || i END AS q) question,
    LATERAL (SELECT CASE WHEN i <= cardinality($2::text[]) THEN $4::int - i % 20
      ELSE $4::int - 40 + i % 400 END AS due) falls,
    LATERAL (SELECT least(due, $4::int) - 20 AS last) reviewed,
    LATERAL (SELECT to_timestamp(last * 86400.0 + 43200 + i % 3600) AS at) happened`

const EVENTS = `
  INSERT INTO "ReviewEvent" ("userId", id, "questionId", kind, at, day, "receivedAt", rating,
    "durationMs", revision, "modelVersion", "predictedRecall", context, resulting)
  SELECT c."userId", gen_random_uuid(), c."questionId", 'grade', at, c."lastReviewDay" - back, at, 3,
    4000, 1, 'fsrs6-r90-2', 0.9, 'review', json_build_object('state', json_build_object('phase',
      'review', 'stability', c.stability, 'difficulty', c.difficulty, 'reps', 3, 'lapses', 0,
      'lastReviewAt', (extract(epoch FROM at) * 1000)::bigint, 'lastReviewDay', c."lastReviewDay" - back,
      'intervalDays', 20, 'dueDay', c."lastReviewDay" - back + 20), 'suspended', false,
      'buriedUntil', null)
  FROM "Card" c, generate_series(0, 20 * ($2::int - 1), 20) back,
    LATERAL (SELECT c."lastReviewAt" - back * interval '1 day' AS at) happened
  WHERE c."userId" = ANY($1::uuid[])`

const DAYS = `
  INSERT INTO "StudyDay" ("userId", day, reviews, introduced, "retentionTotal", "retentionPassed",
    "durationMs")
  SELECT u, $2::int - d, 40, 5, 30, 27, 160000 FROM unnest($1::uuid[]) u, generate_series(1, 120) d`

const VERSIONS = `
  INSERT INTO "CardsVersion" ("userId", version)
  SELECT u, $2::int FROM unnest($1::uuid[]) u ON CONFLICT ("userId") DO UPDATE SET version = $2::int`

/**
 * Gives people cards that were reviewed before, with their log. Those of the course's `questions` are
 * all due, as a full queue is; whatever `cards` exceeds them belongs to no question of this course, and
 * a tenth of that is due.
 */
export async function dealDecks(
  db: Client,
  userIds: readonly string[],
  deck: { readonly questions: readonly string[]; readonly cards: number; readonly events: number },
): Promise<void> {
  const today = studyDayOfNow()
  await db.query(CARDS, [userIds, deck.questions, deck.cards, today])
  await db.query(EVENTS, [userIds, deck.events])
  await db.query(DAYS, [userIds, today])
  await db.query(VERSIONS, [userIds, deck.cards * deck.events])
}

/** As the database does by itself within minutes of such a change. */
export const settle = (db: Client): Promise<unknown> => db.query('VACUUM ANALYZE')
