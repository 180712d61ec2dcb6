import { incomplete, right, wrong } from '../../grading/decide'
import { readNumber } from '../../grading/read-number'
import type { Verdict } from '../../grading/verdict'
import type { ContentOf } from '../types'

// Rounding of decimals must not make 1.3 differ from 1300 / 1000.
const ROUNDING = 1e-9

export function gradeNumber(question: ContentOf<'number'>, text: string): Verdict {
  const { answer, unit, tolerance } = question
  if (text.trim() === '') return incomplete('Type a number first.')
  const values = readNumber(text, unit)
  if (values.length === 0) {
    return incomplete(`That is not a number of ${unit || 'this kind'}. Write it like 1,500 or 1.3.`)
  }
  const off = Math.min(...values.map((value) => Math.abs(value - answer)))
  const wanted = `${figures(answer)} ${unit}`.trim()
  if (off <= ROUNDING * Math.max(1, Math.abs(answer))) return right('Right.')
  if (off <= tolerance) return right(`Right, near enough to ${wanted}.`)
  return wrong(`The answer is ${wanted}.`)
}

const figures = (value: number) =>
  Number.isInteger(value) && Math.abs(value) < 1e15
    ? String(value).replace(/\B(?=(\d{3})+$)/g, ',')
    : String(value)
