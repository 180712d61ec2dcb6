import 'server-only'
import {
  type EventId,
  isUuid,
  type QuestionId,
  type SessionId,
  type UserId,
} from '../../kernel/ids'
import { namedRows } from '../connection/named-statement'
import {
  FROM_SESSION,
  SESSION_COLUMNS,
  type SessionReading,
  toSession,
} from '../people/session-user'
import { groundColumns, type StoredGround, toGround } from './batch-ground'

const READ = `
  SELECT ${SESSION_COLUMNS}, ${groundColumns('$3', '$4', '$5')}
  ${FROM_SESSION} AND s."userId" = $3::uuid`

/**
 * A session together with what the database has of a batch that it sent: one statement, and so one
 * snapshot. Null when the session does not hold, or is another person's.
 */
export async function readSessionGround(
  session: { readonly sessionId: SessionId; readonly userId: UserId },
  now: number,
  questionIds: readonly QuestionId[],
  eventIds: readonly EventId[],
): Promise<(SessionReading & { readonly ground: StoredGround }) | null> {
  const { sessionId, userId } = session
  if (!isUuid(sessionId) || !isUuid(userId)) return null
  const at = new Date(now).toISOString()
  const [row] = await namedRows(READ, [sessionId, at, userId, questionIds, eventIds])
  return row === undefined ? null : { ...toSession(row), ground: toGround(row) }
}
