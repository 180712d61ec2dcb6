import 'server-only'
import { hasLeaked } from './leaked-passwords'

/**
 * The words and passwords that leaked most often, from the list of zxcvbn-ts (MIT), which is loaded when
 * somebody first chooses one: it holds some 49,000, and few of them are as long as a password must be.
 */
let list: Promise<ReadonlySet<string>> | undefined

const load = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'])
}

/**
 * Whether guessing programs try this password among the first: it is on a list, or is a word of the first
 * list with digits and signs before or after it, or repeats few characters, or counts along.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  list ??= load()
  const known = await list
  const small = password.toLowerCase()
  const word = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const together = small.replace(/[\s\p{P}\p{S}]/gu, '')
  return (
    [small, word, together].some((form) => known.has(form)) ||
    new Set(small).size < 4 ||
    isRepeated(small) ||
    isRun(small) ||
    (await hasLeaked(password))
  )
}

/** The same few characters again and again, such as `abc1abc1abc1`. */
const isRepeated = (text: string): boolean => /^(.{1,4})\1{2,}.{0,3}$/u.test(text)

/** Each character is the next one after, or before, such as `abcdefghijk` and `9876543210`. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.length > 0 && steps.filter((step) => Math.abs(step) === 1).length >= steps.length - 1
}
