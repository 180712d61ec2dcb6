import { describe, expect, it } from 'vitest'
import { tally } from '@/lib/cohort/answer-tally'

const given = (who: string, text: string, right: boolean, first = true) => ({
  who,
  text,
  key: text.toLowerCase(),
  right,
  first,
})

describe('the tally of answers', () => {
  it('counts what says the same together, under the commonest way of writing it', () => {
    const answers = tally([
      given('a', 'Astana', true),
      given('b', 'astana', true),
      given('c', 'Astana', true),
      given('a', 'Almaty', false),
      given('a', 'Almaty', false, false),
    ])
    expect(answers).toEqual([
      { text: 'Astana', right: true, first: 3, times: 3, by: ['a', 'b', 'c'] },
      { text: 'Almaty', right: false, first: 1, times: 2, by: ['a'] },
    ])
  })

  it('keeps a wrong answer apart from a right one that looks the same', () => {
    expect(tally([given('a', 'June', true), given('b', 'June', false)])).toHaveLength(2)
  })
})
