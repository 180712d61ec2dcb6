import { normalForm } from '../course/normal-form'

/** A piece of text, and whether it is one of the words that were searched for. */
export type MarkedText = readonly { readonly text: string; readonly found: boolean }[]

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu

/** The text with the words marked whose normal form is among `terms`. Joined, it is the text again. */
export function markTerms(text: string, terms: readonly string[]): MarkedText {
  const looked = new Set(terms)
  const parts: { text: string; found: boolean }[] = []
  const add = (piece: string, found: boolean) => {
    const last = parts.at(-1)
    if (piece === '') return
    if (last?.found === found) last.text += piece
    else parts.push({ text: piece, found })
  }
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    add(text.slice(end, index), false)
    add(
      word,
      normalForm(word)
        .split(' ')
        .some((form) => looked.has(form)),
    )
    end = index + word.length
  }
  add(text.slice(end), false)
  return parts
}

/** About `length` characters around the first marked word, cut between words, with dots where it is cut. */
export function excerptOf(text: string, terms: readonly string[], length = 160): string {
  if (text.length <= length) return text
  const parts = markTerms(text, terms)
  const first = parts.findIndex(({ found }) => found)
  const at = parts.slice(0, Math.max(0, first)).reduce((sum, part) => sum + part.text.length, 0)
  const start = startOfWord(text, Math.max(0, at - Math.floor(length / 3)))
  const end = endOfWord(text, Math.min(text.length, start + length))
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`
}

const startOfWord = (text: string, at: number): number =>
  at === 0 ? 0 : text.lastIndexOf(' ', at) + 1

function endOfWord(text: string, at: number): number {
  const next = text.indexOf(' ', at)
  return next === -1 ? text.length : next
}
