import { beforeAll, describe, expect, test } from 'vitest'
import { retractionOf } from '@/lib/course/retraction'
import type { Catalogue } from '@/lib/course/types'
import { asFactId, asSourceId } from '@/lib/kernel/ids'
import { compiled, edit, fixtureFiles } from '../../support/course-fixture'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = compiled(await fixtureFiles())
})

const of = (course: Catalogue, id: string, kind: 'source' | 'fact') => {
  const found = retractionOf(
    course,
    kind === 'source' ? { kind, id: asSourceId(id) } : { kind, id: asFactId(id) },
  )
  if (found === null) throw new Error(`The fixture has no ${kind} ${id}`)
  return {
    falling: found.falling.map((fact) => fact.id),
    standing: found.standing.map((fact) => fact.id),
    alone: found.alone.map((question) => question.id),
    supported: found.supported.map(({ question, falling }) => [question.id, falling]),
    lessons: found.lessons.map((lesson) => lesson.id),
    pictures: found.pictures,
  }
}

describe('a source that is withdrawn', () => {
  test('takes along its facts, and the questions that have no other', () => {
    expect(of(catalogue, 'tide-report', 'source')).toEqual({
      falling: ['tid-founded', 'tid-guest', 'tid-motive', 'tid-ships'],
      standing: ['qua-plan'],
      alone: ['founding-month', 'guest-state', 'founding-motive', 'fleet-size', 'founders'],
      supported: [
        ['ships-match', ['tid-ships']],
        ['plan-status', []],
        ['league-order', ['tid-founded', 'tid-guest']],
      ],
      lessons: ['founding-years', 'lean-years'],
      pictures: ['memberships of Harbour League'],
    })
  })

  test('leaves what another document carries too', async () => {
    const files = edit(
      await fixtureFiles(),
      'facts/growth.yaml',
      "cites: ['tide-report#5']",
      "cites: ['tide-report#5', 'quay-letter#1']",
    )
    const { falling, standing, alone, supported } = of(compiled(files), 'tide-report', 'source')
    expect(falling).not.toContain('tid-motive')
    expect(standing).toContain('tid-motive')
    expect(alone).not.toContain('founding-motive')
    expect(supported).toContainEqual(['founding-motive', []])
  })

  test('counts what was withdrawn before as no support', async () => {
    const files = edit(
      await fixtureFiles(),
      'sources/quay-letter.yaml',
      'short: qua',
      'short: qua\nwithdrawn: { reason: Forged., date: 2026-01 }',
    )
    const { alone } = of(compiled(files), 'tide-report', 'source')
    expect(alone).toContain('ships-match')
  })
})

test('a fact that is withdrawn takes along the questions that have no other', () => {
  const { falling, alone, supported } = of(catalogue, 'tid-guest', 'fact')
  expect(falling).toEqual(['tid-guest'])
  expect(alone).toEqual(['guest-state'])
  expect(supported.map(([id]) => id)).toEqual(['founders', 'league-order'])
})

test('nothing is said of an id that the course does not have', () => {
  expect(retractionOf(catalogue, { kind: 'source', id: asSourceId('no-such') })).toBeNull()
})
