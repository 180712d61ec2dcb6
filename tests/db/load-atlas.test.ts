import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asEntityId } from '@/lib/kernel/ids'
import { loadAtlas } from '@/lib/server/reference/load-atlas'
import type { LearnerScope } from '@/lib/server/scope'
import { as, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
let me: LearnerScope
beforeAll(async () => {
  scene = await openScene()
  me = await as(await somebody())
})
afterAll(() => scene.close())

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

describe('the atlas', () => {
  test('gives each change of the organisation with its fact and where it stands', async () => {
    const { changes, place, card } = await loadAtlas(me, {})
    expect(place).toEqual({ organisation: 'league', date: '1995-12', state: null })
    expect(card).toBeNull()
    expect(changes).toMatchObject([
      { date: '1980-03', view: { id: 'tid-founded', places: [{ paragraph: 2 }] } },
      { date: '1984', view: { id: 'tid-guest' } },
      { date: '1992-05', view: { id: 'qua-exit' } },
    ])
  })

  test('a state’s card holds both ends of a membership and the paragraphs of both', async () => {
    const { card } = await loadAtlas(me, { state: 'ca' })
    expect(card?.name).toBe('Cadmoria')
    expect(card?.memberships).toMatchObject([
      {
        organisationName: 'Harbour League',
        ended: { date: '1992-05' },
        places: [{ source: 'tide-report' }, { source: 'quay-letter' }],
      },
    ])
    expect(card?.sections.flatMap(({ facts }) => facts).map(({ id }) => id)).toContain('qua-exit')
  })

  test('a state that no document tells of has an empty card', async () => {
    const { choices } = await loadAtlas(me, {})
    expect(choices.states.map(({ id }) => id)).toContain(asEntityId('fa'))
    const { card } = await loadAtlas(me, { state: 'fa' })
    expect(card?.memberships).toEqual([])
  })

  test.each([{ organisation: 'pilots' }, { date: '2026-01' }, { state: 'zz' }])(
    '%j is not found',
    async (asked) => {
      await expect(loadAtlas(me, asked)).rejects.toEqual(refusal('not_found'))
    },
  )
})
