import { describe, expect, it } from 'vitest'
import { predictedRecall } from '@/lib/memory/card/retrievability'
import { knownInAll } from '@/lib/review/known'
import { topicMemories } from '@/lib/review/topic-memory'
import { courseView } from '@/lib/review/view/course'
import { NOON, today, UNFUZZED } from '../memory/build'
import { learning, review } from './build'
import { READ, studyState } from './study-state'

const recall = (card: ReturnType<typeof review>) =>
  predictedRecall(card.state, today(), UNFUZZED) ?? 0

describe('what is known of a topic', () => {
  it('adds up recall over all its questions, and takes the mean over those that were seen', () => {
    const weak = review(10, 10, 5)
    const strong = review(10, 30, 50)
    const state = studyState({ cards: { 'founding-month': weak, 'guest-state': strong } })
    const [leagues, trade] = topicMemories(state, () => true)
    const known = recall(weak) + recall(strong)
    expect(leagues).toMatchObject({ id: 'leagues', total: 9, seen: 2, due: 1, mature: 1 })
    expect(leagues?.known).toBeCloseTo(known)
    expect(leagues?.predictedRecall).toBeCloseTo(known / 2)
    expect(trade).toMatchObject({ id: 'trade', total: 1, seen: 0, known: 0, predictedRecall: null })
  })

  it('is one number, whether it is summed over modules or over topics', () => {
    const weak = review(10, 10, 5)
    const state = studyState({
      cards: {
        'founding-month': weak,
        'guest-state': review(10, 30, 50),
        'fleet-size': learning(NOON),
      },
    })
    const course = courseView(state, { done: undefined, paceMs: null })
    const byModule = knownInAll(course.modules.map(({ deck }) => deck))
    const byTopic = knownInAll(topicMemories(state, () => true))
    expect(byModule.known).toBeCloseTo(byTopic.known)
    expect(byModule).toMatchObject({ seen: 3, total: byTopic.total })
    // What was seen is no more than seen: recall of it is not 1, and the unseen count as 0.
    expect(byModule.known).toBeGreaterThan(0)
    expect(byModule.known).toBeLessThan(3)
  })

  it('counts as due what may be asked now, and a suspended card apart', () => {
    const state = studyState({
      cards: {
        'founding-month': learning(NOON - 1),
        'guest-state': learning(NOON + 1),
        'fleet-size': { ...review(10, 10), suspended: true },
      },
    })
    expect(topicMemories(state, () => true)[0]).toMatchObject({ seen: 3, due: 1, suspended: 1 })
  })

  it('unlocks the questions of a finished lesson', () => {
    const [before] = topicMemories(studyState({}), () => true)
    const [after] = topicMemories(studyState({ lessons: { 'founding-years': READ } }), () => true)
    expect([before?.unlocked, after?.unlocked]).toEqual([0, 4])
  })
})
