import { readLookAlikes } from '../course/look-alikes'
import { plainCharacters } from '../course/plain-characters'

/** One stretch of the way from what was typed to what was wanted. */
export type DifferencePart = {
  /** In both, typed too much, or left out. */
  readonly kind: 'same' | 'extra' | 'missing'
  readonly text: string
}

/** Longer texts are not compared letter by letter: the table grows with the product of the two. */
const LONGEST = 300
/** A smaller share of common letters makes two different answers, not one misspelt. */
const ALIKE = 0.6

/**
 * Letter by letter from `typed` to the closest of `accepted` (a longest common subsequence of
 * letters with their marks, compared in either case). Letters and marks that look the same are the same.
 * Null where it would not help: nothing typed, the same but for case, or nothing alike.
 */
export function difference(
  typed: string,
  accepted: readonly string[],
): readonly DifferencePart[] | null {
  const from = graphemes(shown(typed))
  let best: { share: number; parts: readonly DifferencePart[] } | null = null
  for (const form of accepted) {
    const to = graphemes(shown(form))
    if (from.length === 0 || to.length === 0 || Math.max(from.length, to.length) > LONGEST) continue
    const parts = align(from, to)
    const common = parts.reduce(
      (sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0),
      0,
    )
    const share = common / Math.max(shown(typed).length, shown(form).length)
    if (best === null || share > best.share) best = { share, parts }
  }
  if (best === null || best.share < ALIKE) return null
  return best.parts.every(({ kind }) => kind === 'same') ? null : best.parts
}

/** Letters with their marks. Not by `Intl.Segmenter`: its first use takes a browser 40 to 60 ms. */
const graphemes = (text: string): readonly string[] => text.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []

/** As it is compared and shown: accents composed, and look-alike letters as what they look like. */
const shown = (text: string) => readLookAlikes(text.normalize('NFC')).trim()

const sameLetter = (a = '', b = '') => a.toLowerCase() === b.toLowerCase() || isSameMark(a, b)

/** Two kinds of apostrophe, dash, space or digit. */
function isSameMark(a: string, b: string): boolean {
  const mark = plainCharacters(a).trim()
  return mark === plainCharacters(b).trim() && !/\p{L}/u.test(mark)
}

function align(from: readonly string[], to: readonly string[]): readonly DifferencePart[] {
  const same = (i: number, j: number) => sameLetter(from[i], to[j])
  // longest[i][j]: common letters of the rests that begin at i and j.
  const longest = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1))
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = from.length - 1; i >= 0; i -= 1) {
    const row = longest[i]
    if (row === undefined) continue
    for (let j = to.length - 1; j >= 0; j -= 1) {
      row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: { kind: DifferencePart['kind']; text: string }[] = []
  const put = (kind: DifferencePart['kind'], text: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  let i = 0
  let j = 0
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && same(i, j)) {
      put('same', to[j] ?? '')
      i += 1
      j += 1
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1))) {
      put('extra', from[i] ?? '')
      i += 1
    } else {
      put('missing', to[j] ?? '')
      j += 1
    }
  }
  return parts
}
