import { describe, expect, it } from 'vitest'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { introductionDays } from '@/lib/review/introduction'
import { today } from '../memory/build'
import { question as asked, id, review } from './build'

const MODEL = { ...DEFAULT_MODEL, leech: null }
const GROUND = { today: today(), introducedToday: 0, waits: 0, model: MODEL }

const question = (name: string, siblings: readonly string[] = []) => ({
  ...asked(name),
  siblings: siblings.map(id),
})
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i}`)

const ring = names('ring', 9)
const hub = question('hub', ring)
const aroundIt = ring.map((name) => question(name, ['hub']))

describe('the day on which a question is introduced', () => {
  it('makes the course no longer than the limit does, where one has many siblings', () => {
    const alone = names('alone', 20).map((name) => question(name))
    const limits = { newPerDay: 3, reviewsPerDay: 200 }
    const days = introductionDays({
      ...GROUND,
      fresh: [...alone, ...aroundIt, hub],
      begun: [],
      limits,
    })
    expect(days.size).toBe(30)
    expect(Math.max(...days.values()) + 1).toBe(10)
  })

  it('does not wait for a day on which none of its siblings falls due', () => {
    const begun = aroundIt.map((sibling, i) => ({ question: sibling, card: review(9 - i, 9) }))
    const limits = { newPerDay: 3, reviewsPerDay: 200 }
    const days = introductionDays({ ...GROUND, fresh: [hub], begun, limits })
    expect(days.get(hub.id)).toBe(0)
  })
})
