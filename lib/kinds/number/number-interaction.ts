import { readNumber } from '../../grading/read-number'
import type { ContentOf } from '../types'

type Content = ContentOf<'number'>

/** `min[:]max` where several numbers are right, else the number. */
export const acceptedRange = ({ answer, tolerance }: Content): string =>
  tolerance > 0 ? `${plain(answer - tolerance)}[:]${plain(answer + tolerance)}` : plain(answer)

/** The number that grading compares, in the unit of the question; null for a text that is none. */
export function readResponse({ answer, unit }: Content, text: string): string | null {
  const [first, ...others] = readNumber(text, unit)
  if (first === undefined) return null
  const off = (value: number) => Math.abs(value - answer)
  return plain(others.reduce((best, value) => (off(value) < off(best) ? value : best), first))
}

/** Without what rounding of decimals leaves behind. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))
