import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentFault, MOST_CHARACTERS, paragraphsOf, textOf } from '@/lib/authoring/paragraphs'
import { textOfPages } from '@/lib/documents/pdf-text'

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')
const letters = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '\n', '\t', '.', '\r\n'),
  maxLength: 80,
})

test('paragraphs joined are the words of the text, without its blank lines', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const paragraphs = paragraphsOf(text)
      expect(words(paragraphs.join(' '))).toEqual(words(text))
      expect(
        paragraphs.every((paragraph) => paragraph === paragraph.trim() && paragraph !== ''),
      ).toBe(true)
      expect(paragraphsOf(textOf(paragraphs))).toEqual(paragraphs)
    }),
  )
})

test('a blank line parts two paragraphs, and deleting it joins them', () => {
  expect(paragraphsOf('One\nline.\n \nTwo.\r\n\r\n\r\nThree.')).toEqual([
    'One line.',
    'Two.',
    'Three.',
  ])
  expect(paragraphsOf('One\nline.\nTwo.')).toEqual(['One line. Two.'])
})

test('a text without words and one that is too long are refused with the reason', () => {
  expect(documentFault(' \n\n\t')).toMatch(/no text/)
  expect(documentFault('a'.repeat(MOST_CHARACTERS + 1))).toMatch(/Divide/)
  expect(documentFault('A text.')).toBeNull()
})

test('the lines of a PDF become paragraphs at larger gaps, also over the end of a page', () => {
  const line = (text: string, y: number) => ({ text, y, height: 10 })
  const first = [
    line('A title', 700),
    line('The first paragraph goes', 660),
    line('on for two com-', 648),
    line('plete lines.', 636),
    line('The second begins', 612),
    line('here and', 600),
  ]
  const second = [line('ends there.', 700), line('It has a third.', 676), line('With a line.', 664)]
  expect(textOfPages([first, second]).split('\n\n')).toEqual([
    'A title',
    'The first paragraph goes on for two complete lines.',
    'The second begins here and ends there.',
    'It has a third. With a line.',
  ])
})
