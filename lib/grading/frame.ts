import { plainCharacters } from '../course/plain-characters'

/** Small plain text without the quotation marks and the full stop that may stand round an answer. */
export const withoutFrame = (text: string): string =>
  plainCharacters(text)
    .toLowerCase()
    .replace(/["«»‹›]/g, '')
    .trim()
    .replace(/[.,;\s]+$/, '')
    .replace(/^'(.*)'$/, '$1')
    .replace(/[.,;\s]+$/, '')
