import type { QuestionId } from '../../kernel/ids'
import type { EntryFault, Path } from '../kind-file'
import { equalTexts } from './equal-texts'

type Option = { readonly text: string; readonly path: Path }

export const option = (text: string, path: Path): Option => ({ text, path })

/** The options of a list, each with its place. */
export const optionsAt = (key: string, texts: readonly string[]): readonly Option[] =>
  texts.map((text, i) => option(text, [key, i]))

/** No option stands twice in a question, also not in another spelling: a choice has one right answer. */
export function repeated(
  id: QuestionId,
  options: readonly Option[],
  what: (first: number, again: number) => string,
): readonly EntryFault[] {
  return equalTexts(options.map(({ text }) => text)).flatMap(({ first, again }) => {
    const one = options[first]
    const other = options[again]
    if (one === undefined || other === undefined) return []
    const message = `question \`${id}\` has ${what(first, again)}: "${one.text}" and "${other.text}"`
    return [{ path: other.path, rule: 'distinct-options', message }]
  })
}
