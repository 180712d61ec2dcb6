import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Blueprint, ExamQuestion } from '@/lib/exam/blueprint'
import { apartSet, conflictsAmong, roomOf, type TopicRoom } from '@/lib/exam/conflicting-questions'
import { draw } from '@/lib/exam/draw'
import type { TopicId } from '@/lib/kernel/ids'
import { examCourse } from './build'

let questions: readonly ExamQuestion[]
let room: ReadonlyMap<TopicId, TopicRoom>
beforeAll(async () => {
  questions = (await examCourse()).questions
  room = roomOf(questions)
}, 30_000)

/** Any blueprint that the room allows, up to all of it. */
const blueprints = () =>
  fc
    .tuple(...[...room].map(([, { most }]) => fc.nat(most)))
    .map(
      (counts): Blueprint =>
        [...room.keys()].flatMap((topicId, index) =>
          (counts[index] ?? 0) > 0 ? [{ topicId, questions: counts[index] ?? 0 }] : [],
        ),
    )

const drawn = (blueprint: Blueprint, seed: string): readonly ExamQuestion[] => {
  const result = draw(questions, blueprint, seed)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('a draw', () => {
  test('has the number of the blueprint for each topic, and never two that conflict', () => {
    const property = fc.property(blueprints(), fc.uuid(), (blueprint, seed) => {
      const taken = drawn(blueprint, seed)
      const wanted = new Map(blueprint.map((line) => [line.topicId, line.questions]))
      for (const [topicId] of room) {
        const own = taken.filter(({ topic }) => topic === topicId)
        expect(own).toHaveLength(wanted.get(topicId) ?? 0)
      }
      expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length)
      const ids = new Set<string>(taken.map(({ id }) => id))
      const facts = taken.flatMap((question) => question.facts)
      expect(new Set(facts).size).toBe(facts.length)
      for (const { siblings } of taken) expect(siblings.some((id) => ids.has(id))).toBe(false)
    })
    fc.assert(property, { numRuns: 25 })
  }, 30_000)

  test('is the same for the same seed and another for another', () => {
    const blueprint = [...room].map(([topicId]) => ({ topicId, questions: 2 }))
    const ids = (seed: string) => drawn(blueprint, seed).map(({ id }) => id)
    expect(ids('one')).toEqual(ids('one'))
    expect(ids('one')).not.toEqual(ids('two'))
  })

  test('gives nearly every question of a topic its turn', () => {
    const [topicId, { graded }] = [...room].reduce((a, b) => (b[1].graded > a[1].graded ? b : a))
    const met = new Set(
      Array.from({ length: 120 }, (_, seed) =>
        drawn([{ topicId, questions: 8 }], `seed ${seed}`).map(({ id }) => id),
      ).flat(),
    )
    expect(met.size / graded).toBeGreaterThan(0.9)
  }, 30_000)

  test('says which topic cannot give as many', () => {
    const [topicId, { most }] = [...room][0] ?? expect.unreachable()
    expect(draw(questions, [{ topicId, questions: most + 1 }], 'x')).toEqual({
      ok: false,
      error: [{ topicId, reach: 'all', wanted: most + 1, most }],
    })
  })
})

test('a question and one that tells its answer are in one exam only where it would be too short without', () => {
  const apart = apartSet(questions, conflictsAmong(questions))
  const [told, teller, third] = apart.filter(({ topic }) => topic === apart[0]?.topic)
  if (!told || !teller || !third) throw new Error('the course has no three questions of a topic')
  const all = [told, { ...teller, tells: [told.id] }, third]
  const idsOf = (wanted: number, seed: string) => {
    const drawn = draw(all, [{ topicId: told.topic, questions: wanted }], seed)
    return drawn.ok ? drawn.value.map(({ id }) => id) : []
  }
  for (let seed = 0; seed < 30; seed += 1) {
    const two = idsOf(2, String(seed))
    expect(two).toHaveLength(2)
    expect(two).toContain(third.id)
  }
  expect(idsOf(3, 'x').toSorted()).toEqual(all.map(({ id }) => id).toSorted())
})

test('siblings and questions on one fact conflict both ways', () => {
  const conflicts = conflictsAmong(questions)
  for (const [id, others] of conflicts) {
    expect(others.has(id)).toBe(false)
    for (const other of others) expect(conflicts.get(other)?.has(id)).toBe(true)
  }
})
