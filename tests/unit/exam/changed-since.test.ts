import { beforeAll, describe, expect, it } from 'vitest'
import { lookUp } from '@/lib/course/look-up'
import { changedSince } from '@/lib/exam/changed-since'
import { shuffleOptions } from '@/lib/kinds/shuffle-options'
import { examCourse } from './build'

let course: Awaited<ReturnType<typeof examCourse>>
beforeAll(async () => {
  course = await examCourse()
})

describe('what changed since an exam was drawn', () => {
  it('is what was corrected in meaning after that revision, or withdrawn', () => {
    const { catalogue, questions } = course
    const drawn = questions
      .slice(0, 4)
      .map((question) => ({ question, shown: shuffleOptions(question, 'seed') }))
    const [first, second, third, fourth] = drawn.map(({ question }) => question)
    if (!first || !second || !third || !fourth) return expect.unreachable()
    const change = { note: 'Corrected.', previousAnswer: '' }
    const later = [
      { ...first, changes: [{ ...change, revision: first.revision + 1, severity: 'meaning' }] },
      { ...second, changes: [{ ...change, revision: second.revision + 1, severity: 'wording' }] },
      { ...third, changes: [{ ...change, revision: third.revision, severity: 'meaning' }] },
    ] as const
    const known = lookUp(catalogue)
    const look = {
      ...known,
      question: (id: typeof first.id) => later.find((question) => question.id === id),
    }
    expect(changedSince(drawn, known)).toBe(0)
    expect(changedSince(drawn, look)).toBe(2)
    expect(
      changedSince(
        [drawn[1], drawn[2]].flatMap((one) => one ?? []),
        look,
      ),
    ).toBe(0)
  })
})
