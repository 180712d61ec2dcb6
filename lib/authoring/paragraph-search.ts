import type { SourceId } from '../kernel/ids'
import type { Option } from './forms/field-spec'
import { wordsOf } from './matching'

/** A paragraph by its number, with the titles that it stands under. */
export type Heading = Option & { readonly source: SourceId; readonly number: number }

/** Paragraphs one after the other, and which of the patterns are to be found in their text, counted from 1. */
type Stretch = {
  readonly source: SourceId
  readonly from: number
  readonly to: number
  readonly lacks: readonly number[]
}

export type ParagraphSearch = {
  /** Regular expressions of Postgres, which need no capitals. */
  readonly patterns: readonly string[]
  readonly stretches: readonly Stretch[]
}

/**
 * Where to look for a query in the texts: each of its words begins a word of the headings of a paragraph,
 * or is to be found in its text. The headings are in order. Paragraphs of a stretch lack the same words.
 */
export function searchFor(headings: readonly Heading[], query: string): ParagraphSearch {
  const wanted = query
    .split(/[\s#·]+/)
    .map((part) => ({ words: wordsOf(part), pattern: patternOf(part) }))
    .filter(({ words }) => words.length > 0)
  const stretches: Stretch[] = []
  for (const { source, number, value, label } of headings) {
    const words = wordsOf(`${value} ${label}`)
    const lacks = wanted.flatMap((part, i) =>
      part.words.every((word) => words.some((one) => one.startsWith(word))) ? [] : [i + 1],
    )
    const last = stretches.at(-1)
    if (last?.source === source && last.to === number - 1 && isSame(last.lacks, lacks)) {
      stretches[stretches.length - 1] = { ...last, to: number }
    } else stretches.push({ source, from: number, to: number, lacks })
  }
  return { patterns: wanted.map(({ pattern }) => pattern), stretches }
}

/** “co-operation” finds “cooperation” too, and “Erdogan” finds “Erdoğan”. */
function patternOf(part: string): string {
  const words = withoutMarks(part).match(/[\p{L}\p{N}]+/gu) ?? []
  const patterns = words.map((word) => [...word].map(letterPattern).join(`[${MARKS}]*`))
  return `(^|[^[:alnum:]])${patterns.join('[^[:alnum:]]*')}`
}

/** Letters and digits mean nothing else in an expression. */
const letterPattern = (letter: string): string => {
  const accented = ACCENTED.get(letter.toLowerCase())
  return accented === undefined ? letter : `[${letter}${accented}]`
}

const MARKS = '\u0300-\u036f'
const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(new RegExp(`[${MARKS}]`, 'g'), '')

/**
 * The Latin and Cyrillic letters with marks, by those without. Postgres could take the marks off each text, but
 * that takes it ten times as long.
 */
const ACCENTED: ReadonlyMap<string, string> = accentedLetters([
  [0xc0, 0x24f],
  [0x400, 0x4ff],
  [0x1e00, 0x1eff],
])

function accentedLetters(ranges: readonly (readonly [number, number])[]) {
  const accented = new Map<string, string>()
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code += 1) {
      const letter = String.fromCodePoint(code)
      const plain = withoutMarks(letter).toLowerCase()
      if (plain !== letter.toLowerCase()) accented.set(plain, (accented.get(plain) ?? '') + letter)
    }
  }
  return accented
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((one, place) => one === others[place])
