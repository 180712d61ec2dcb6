import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asFactId, asQuestionId } from '@/lib/kernel/ids'
import { loadFact } from '@/lib/server/reference/load-fact'
import { loadQuestion } from '@/lib/server/reference/load-question'
import { loadTimeline } from '@/lib/server/reference/load-timeline'
import { search } from '@/lib/server/reference/search-course'
import type { LearnerScope } from '@/lib/server/scope'
import { as, openScene, somebody } from '../support/scene'

const now = Date.parse('2026-11-24T09:00:00Z')

let scene: { close: () => Promise<void> }
let me: LearnerScope
beforeAll(async () => {
  scene = await openScene()
  me = await as(await somebody())
})
afterAll(() => scene.close())

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

describe('a fact to look up', () => {
  test('comes with its paragraph, what disagrees, its lesson and its questions', async () => {
    const { fact, sources, contradictions, lessons, questions } = await loadFact(
      me,
      asFactId('tid-ships'),
    )
    expect(fact.places).toMatchObject([{ source: 'tide-report', paragraph: 4 }])
    expect(sources.map(({ id }) => id)).toEqual(['tide-report'])
    expect(contradictions.map(({ id }) => id)).toEqual(['qua-ships'])
    expect(lessons.length).toBeGreaterThan(0)
    expect(questions.map(({ id }) => id)).toContain('fleet-size')
  })

  test('an unknown one is not_found', async () => {
    await expect(loadFact(me, asFactId('no-such-fact'))).rejects.toEqual(refusal('not_found'))
  })
})

describe('a question to look up', () => {
  test('says when it comes back only once its lesson is finished', async () => {
    const question = await loadQuestion(me, { questionId: asQuestionId('fleet-size'), now })
    expect(question.answer).toContain('4500')
    expect(question.comesBack).toBeNull()
    expect(question.facts.map(({ id }) => id)).toContain('tid-ships')
  })

  test('an unknown one is not_found', async () => {
    const questionId = asQuestionId('no-such-question')
    await expect(loadQuestion(me, { questionId, now })).rejects.toEqual(refusal('not_found'))
  })
})

describe('the timeline', () => {
  test('keeps what was planned apart from what happened', async () => {
    const { lanes, shown, total } = await loadTimeline(me, {})
    const factsOn = (name: string) =>
      lanes
        .filter(({ lane }) => lane === name)
        .flatMap(({ clusters }) => clusters.flatMap(({ marks }) => marks))
        .map(({ fact }) => fact)
    expect(factsOn('memberships')).toEqual(['tid-founded', 'tid-guest', 'qua-exit'])
    expect(factsOn('forecasts')).toEqual(['qua-plan'])
    expect(shown).toBe(total)
  })

  test('a source and years narrow it; what is not there is not_found', async () => {
    const { years } = await loadTimeline(me, {
      source: 'quay-letter',
      from: '1992',
      to: '1992',
    })
    expect(years.flatMap(({ marks }) => marks).map(({ fact }) => fact)).toEqual(['qua-exit'])
    for (const asked of [{ from: '1800' }, { topic: 'x' }, { source: ['a', 'b'] }]) {
      await expect(loadTimeline(me, asked)).rejects.toEqual(refusal('not_found'))
    }
  })
})

describe('search', () => {
  test('gives of each kind the best, with where each leads', async () => {
    const { groups } = await search(me, { query: 'lighthouse', limit: 1 })
    const hrefs = groups.flatMap(({ items }) => items.map(({ href }) => href))
    expect(hrefs).toContain('/facts/qua-plan')
    for (const { items, total } of groups) expect(items.length).toBe(Math.min(1, total))
  })
})
