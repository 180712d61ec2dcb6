import { normalForm } from '../../course/normal-form'

/** Index pairs of texts that are the same once case, punctuation and spelling habits do not count. */
export function equalTexts(
  texts: readonly string[],
): readonly { readonly first: number; readonly again: number }[] {
  const seen = new Map<string, number>()
  return texts.flatMap((text, again) => {
    const form = normalForm(text) || text
    const first = seen.get(form)
    if (first !== undefined) return [{ first, again }]
    seen.set(form, again)
    return []
  })
}
