import { expect, test } from 'vitest'
import { revealWords } from '@/app/(focus)/review/_components/reveal-words'
import { question } from '../../kinds/build'

const said = (answer: string) => revealWords(question('flash', { answer }), null, null, {})

test('an announced answer ends with one full stop, whether or not it has its own', () => {
  expect(said('From 1993 to 1999')).toBe('Answer: From 1993 to 1999.')
  expect(said('Of the treaty (never of the CSTO).')).toBe(
    'Answer: Of the treaty (never of the CSTO).',
  )
})
