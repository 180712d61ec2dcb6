/**
 * What a question is to systems that read xAPI: an interaction activity of its specification
 * (version 1.0.3, part two, section 4.1.4.1 and appendix C).
 */
export type Interaction =
  | {
      readonly interactionType: 'choice' | 'sequencing'
      readonly correctResponsesPattern: readonly string[]
      readonly choices: readonly Component[]
    }
  | {
      readonly interactionType: 'matching'
      readonly correctResponsesPattern: readonly string[]
      readonly source: readonly Component[]
      readonly target: readonly Component[]
    }
  | {
      readonly interactionType: 'fill-in' | 'numeric' | 'other'
      readonly correctResponsesPattern: readonly string[]
    }

type Component = { readonly id: string; readonly description: { readonly en: string } }

/** A text of the course as the id of a component: no whitespace, and none of the delimiters. */
const idOf = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('_', '%5F').replaceAll('%20', '_')

/** Things to choose from, each once, with the id that a response names. */
export const components = <T extends string>(
  things: readonly T[],
  nameOf: (thing: T) => string = (thing) => thing,
): readonly Component[] =>
  [...new Set(things)].map((thing) => ({ id: idOf(thing), description: { en: nameOf(thing) } }))

/** Several ids in one response. */
export const listed = (texts: readonly string[]): string => texts.map(idOf).join('[,]')

/** The same of what was chosen; null for nothing, and for what is not among the offered. */
export const listedAmong = (offered: readonly string[], chosen: readonly string[]) =>
  chosen.length > 0 && chosen.every((one) => offered.includes(one)) ? listed(chosen) : null

/** Pairs in one response. */
export const paired = (pairs: readonly { readonly left: string; readonly right: string }[]) =>
  pairs.map(({ left, right }) => `${idOf(left)}[.]${idOf(right)}`).join('[,]')
