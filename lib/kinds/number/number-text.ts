import { grouped } from '../../kernel/count'
import type { ContentOf } from '../types'

/** `12,000 troops (within 500)`; a year has no unit and no thousands. */
export function numberText({ answer, unit, tolerance }: ContentOf<'number'>): string {
  const value = unit === 'year' ? String(answer) : `${formatNumber(answer)} ${unit}`
  return tolerance > 0 ? `${value} (within ${formatNumber(tolerance)})` : value
}

/** `12,000`, but `4500`: thousands are separated from five digits on. */
function formatNumber(value: number): string {
  if (Math.abs(value) < 10_000) return String(value)
  return grouped(value)
}
