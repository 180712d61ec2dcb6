import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { asEntityId, asUserId, type UserId } from '@/lib/kernel/ids'
import { loadAtlas, loadAtlasChoices } from '@/lib/server/reference/load-atlas'
import { openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
let userId: UserId
beforeAll(async () => {
  scene = await openScene()
  userId = await somebody()
})
afterAll(() => scene.close())

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

describe('the atlas', () => {
  test('gives each change of the organisation with its fact and where it stands', async () => {
    const { changes, place, card } = await loadAtlas({ userId, asked: {} })
    expect(place).toEqual({ organisation: 'league', date: '1995-12', state: null })
    expect(card).toBeNull()
    expect(changes).toMatchObject([
      { date: '1980-03', view: { id: 'tid-founded', places: [{ paragraph: 2 }] } },
      { date: '1984', view: { id: 'tid-guest' } },
      { date: '1992-05', view: { id: 'qua-exit' } },
    ])
  })

  test('a state’s card holds both ends of a membership and the paragraphs of both', async () => {
    const { card } = await loadAtlas({ userId, asked: { state: 'ca' } })
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
    const { choices } = await loadAtlas({ userId, asked: {} })
    expect(choices.states.map(({ id }) => id)).toContain(asEntityId('fa'))
    const { card } = await loadAtlas({ userId, asked: { state: 'fa' } })
    expect(card?.memberships).toEqual([])
  })

  test.each([{ organisation: 'pilots' }, { date: '2026-01' }, { state: 'zz' }])(
    '%j is not found',
    async (asked) => {
      await expect(loadAtlas({ userId, asked })).rejects.toEqual(refusal('not_found'))
    },
  )

  test('a disabled account and nobody see nothing', async () => {
    const gone = await somebody()
    await database().user.update({ where: { id: gone }, data: { disabledAt: new Date(0) } })
    for (const someone of [gone, asUserId('00000000-0000-7000-8000-000000000000')]) {
      const ask = { userId: someone, asked: {} }
      await expect(loadAtlas(ask)).rejects.toEqual(refusal('not_allowed'))
      await expect(loadAtlasChoices(ask)).rejects.toEqual(refusal('not_allowed'))
    }
  })
})
