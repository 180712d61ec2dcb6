import type { EntryFault, Path } from '../kind-file'
import { namedIn, offeredIn } from './named-in'

/** The answer must not be readable from what is shown before it. `clue`: what tells it; null for nothing. */
export const givenAway = (clue: string | null, path: Path = ['prompt']): readonly EntryFault[] =>
  clue === null ? [] : [{ path, rule: 'gives-away', message: clue }]

/** A prompt may name all its options ("which of the two"); naming a right one alone tells. */
export function optionsNamed(
  prompt: string,
  right: readonly string[],
  wrong: readonly string[],
): string | null {
  const named = right.find((option) => namedIn(prompt, option))
  if (named === undefined) return null
  if ([...right, ...wrong].every((option) => namedIn(prompt, option))) return null
  return `the prompt contains the answer "${named}", but does not name all options`
}

/** Why a prompt tells an answer that is typed or thought of; `forms` are all ways of writing it. */
export function answerNamed(prompt: string, forms: readonly string[]): string | null {
  const named = forms.find((form) => namedIn(prompt, form) && !offeredIn(prompt, form))
  return named === undefined ? null : `the prompt contains its answer, "${named}"`
}
