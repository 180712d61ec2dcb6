import { type Document, isScalar, type Scalar, visit, type YAMLSeq } from 'yaml'

/** A text that YAML has probably cut: where it stands, and what to say of it. */
export type CutText = { readonly offset: number; readonly message: string }

/**
 * Texts without quotes in which a comma or a # had a meaning that nobody meant. In `[Neither, but as a
 * guest]` YAML sees two entries, and a learner would be shown both. A text in quotes is never cut.
 */
export function cutTexts(document: Document): readonly CutText[] {
  const cuts: CutText[] = []
  visit(document, {
    Seq(_, list, path) {
      const pair = path[path.length - 1]
      const key = pair && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : ''
      if (list.flow === true) cuts.push(...cutEntries(list, OPTIONS.has(key)))
    },
    Scalar(_, text) {
      if (isBare(text) && typeof text.value === 'string' && /^[^\s!]/.test(text.comment ?? '')) {
        const message = `the text ends at "${text.value}", because # begins a comment. Put the text in quotes, or a space after the #`
        cuts.push({ offset: text.range?.[0] ?? 0, message })
      }
    },
  })
  return cuts
}

/** Lists that are shown to be chosen from or sorted: each entry begins as the others do. */
const OPTIONS: ReadonlySet<string> = new Set(['answers', 'distractors', 'items'])

function cutEntries(list: YAMLSeq, options: boolean): readonly CutText[] {
  const entries = list.items.filter(isScalar)
  const capital = entries.some(({ value }) => /^\p{Lu}/u.test(String(value)))
  return entries.flatMap((entry, i) => {
    const before = entries[i - 1]
    if (before === undefined || !isBare(before) || !isBare(entry)) return []
    // As it was typed: 0500 would otherwise be a number like any other.
    const [one, other] = [written(before), written(entry)]
    if (!isCut(one, other, options && capital)) return []
    const read = `the comma split this list into ${entries.length} entries, "${one}" and "${other}" among them`
    const remedy = `If "${one}, ${other}" is one entry, put it in quotes; if they are two, put "${other}" in quotes`
    return [{ offset: entry.range?.[0] ?? 0, message: `${read}. ${remedy}` }]
  })
}

const isBare = (text: Scalar): boolean => text.type === 'PLAIN'
const written = (text: Scalar): string => text.source ?? String(text.value)

const GOES_ON = /^(and|but|or|nor|yet|so|which|who|whose|though|although|while|because)\s/

function isCut(one: string, other: string, capitals: boolean): boolean {
  if (/(^|[^\d.])\d{1,3}$/.test(one) && /^\d{3}(?!\d)/.test(other)) return true
  if (GOES_ON.test(other)) return true
  if (opened(one, '(', ')') || opened(one, '“', '”')) return true
  return capitals && /^\p{Ll}/u.test(other)
}

const opened = (text: string, open: string, close: string): boolean =>
  text.split(open).length > text.split(close).length
