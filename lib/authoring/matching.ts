import { normalForm } from '../course/normal-form'
import type { Option } from './forms/field-spec'

/** The first options in which every word of the query begins a word; the first ones of all for no words. */
export function matching(
  options: readonly Option[],
  query: string,
  most: number,
): readonly Option[] {
  const wanted = wordsOf(query)
  const found: Option[] = []
  for (const option of options) {
    if (found.length === most) break
    if (option.value === query.trim()) {
      found.unshift(option)
      continue
    }
    const words = wordsOf(`${option.value} ${option.label}`)
    if (wanted.every((word) => words.some((one) => one.startsWith(word)))) found.push(option)
  }
  return found
}

export const wordsOf = (text: string): readonly string[] =>
  normalForm(text.replace(/[#·-]/g, ' '))
    .split(' ')
    .filter((word) => word !== '')
