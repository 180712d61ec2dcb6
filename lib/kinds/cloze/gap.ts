import type { EntryFault } from '../kind-file'

const GAP = /\{\{(.*?)\}\}/gs

/** What a cloze shows where its answer is missing. */
export const GAP_SHOWN = '____'

/** `a {{b}} c` -> before, answer, after; null unless there is exactly one gap with words in it. */
export function splitCloze(text: string): { before: string; answer: string; after: string } | null {
  const gaps = [...text.matchAll(GAP)]
  const [gap] = gaps
  const answer = gap?.[1]?.trim() ?? ''
  if (gap === undefined || gaps.length !== 1 || answer === '') return null
  const before = text.slice(0, gap.index)
  const after = text.slice(gap.index + gap[0].length)
  return /[{}]{2}/.test(before + after) ? null : { before, answer, after }
}

/** A cloze has one gap, `{{answer}}`, with words in it and around it. */
export function gapFaults(text: string): readonly EntryFault[] {
  const split = splitCloze(text)
  if (split !== null && `${split.before}${split.after}`.trim() !== '') return []
  const gaps = text.match(/\{\{/g)?.length ?? 0
  const message =
    split !== null
      ? 'the cloze has no words around its gap'
      : gaps === 1
        ? 'the gap of the cloze is empty or not closed: write {{answer}}'
        : `the cloze has ${gaps} gaps {{...}}; it needs exactly one`
  return [{ path: ['text'], rule: 'cloze-gap', message }]
}
