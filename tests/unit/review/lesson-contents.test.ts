import { describe, expect, it } from 'vitest'
import type { LessonBlock } from '@/lib/course/types'
import { asQuestionId } from '@/lib/kernel/ids'
import { lessonContents } from '@/lib/review/view/lesson-contents'

const html = (text: string): LessonBlock => ({ kind: 'html', html: text })

describe('the contents of a lesson', () => {
  it('lead to each heading of the second level, also where two are alike', () => {
    const prompt = { kind: 'recall', question: asQuestionId('founders') } as const
    const { parts, blocks } = lessonContents([
      html('<h2>Who fears <em>what</em></h2><p>Text</p><h3>Not this</h3>'),
      prompt,
      html('<h2>China&#x2019;s &#x26; Russia</h2><h2>Who fears what</h2>'),
    ])
    expect(parts).toEqual([
      { id: 'part-who-fears-what', title: 'Who fears what' },
      { id: 'part-china-s-russia', title: 'China’s & Russia' },
      { id: 'part-who-fears-what-2', title: 'Who fears what' },
    ])
    expect(blocks).toEqual([
      html('<h2 id="part-who-fears-what">Who fears <em>what</em></h2><p>Text</p><h3>Not this</h3>'),
      prompt,
      html(
        '<h2 id="part-china-s-russia">China&#x2019;s &#x26; Russia</h2><h2 id="part-who-fears-what-2">Who fears what</h2>',
      ),
    ])
  })
})
