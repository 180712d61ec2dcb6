import { describe, expect, test } from 'vitest'
import { judgePage, judgeReviews } from '../../bench/load/judge-answer'
import { added, NOTHING } from '../../bench/load/tally'

const answer = (...results: readonly object[]) => JSON.stringify({ results, serverNow: 0 })

describe('the bench counts what became of each event', () => {
  test('accepted, already known, and rejected with its reason', () => {
    const body = answer(
      { status: 'accepted' },
      { status: 'duplicate' },
      { status: 'rejected', reason: 'unknown_question', message: 'There is no such question.' },
    )
    expect(judgeReviews(200, body, 3)).toEqual({
      ...NOTHING,
      accepted: 1,
      duplicate: 1,
      refused: { unknown_question: 1 },
    })
  })

  test('an event without an outcome, or rejected without a reason, is unexplained', () => {
    expect(judgeReviews(200, answer({ status: 'rejected' }), 2).unexplained).toBe(2)
    expect(judgeReviews(200, 'Bad gateway', 2).unexplained).toBe(2)
    expect(judgeReviews(200, '{"results":1}', 2).unexplained).toBe(2)
  })

  test('a refused request refuses all its events with its status and its words', () => {
    const refused = judgeReviews(401, '{"error":"Sign in again."}', 20)
    expect(refused).toEqual({ ...NOTHING, refused: { 'HTTP 401 Sign in again.': 20 } })
  })

  test('a failure of the server in no words of ours is unexplained', () => {
    expect(judgeReviews(500, 'Internal Server Error', 3).unexplained).toBe(3)
    expect(judgeReviews(500, '{"error":"The database does not answer."}', 3).unexplained).toBe(0)
  })

  test('a page counts as had, or as refused with its status', () => {
    expect(judgePage(200, '<html>').accepted).toBe(1)
    expect(judgePage(307, '').refused).toEqual({ 'HTTP 307': 1 })
  })

  test('tallies add up by reason', () => {
    const lost = { ...NOTHING, lost: { ECONNRESET: 1 } }
    const one = { ...NOTHING, accepted: 1, refused: { malformed: 2 } }
    expect(added(added(lost, one), added(lost, one))).toEqual({
      accepted: 2,
      duplicate: 0,
      refused: { malformed: 4 },
      lost: { ECONNRESET: 2 },
      unexplained: 0,
    })
  })
})
