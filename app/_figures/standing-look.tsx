import { useId } from 'react'
import type { Standing } from '@/lib/course/standings'
import { Hatch } from './hatch'

/**
 * In the order of lists and of drawing. Former members are last, so that no neighbour covers their
 * dashed outline.
 */
export const STANDINGS: readonly Standing[] = ['member', 'observer', 'former']

export const standingWords: Record<Standing, { one: string; many: string }> = {
  member: { one: 'Member', many: 'Members' },
  observer: { one: 'Observer', many: 'Observers' },
  former: { one: 'Former member', many: 'Former members' },
}

/**
 * The looks differ in fill and edge, not in colour alone. `hatch`: the id of a Hatch in the same
 * drawing.
 */
export function standingLook(standing: Standing, hatch: string) {
  switch (standing) {
    case 'member':
      return { className: 'fill-[color-mix(in_srgb,var(--accent)_45%,var(--paper))] stroke-accent' }
    case 'observer':
      return { className: 'stroke-accent', fill: `url(#${hatch})` }
    case 'former':
      return { className: 'fill-sheet stroke-accent', strokeWidth: 1.6, strokeDasharray: '4 2.5' }
  }
}

/** Shows beside a standing's name how it is drawn. */
export function StandingSwatch({ standing }: { standing: Standing }) {
  const hatch = useId()
  return (
    <svg width="22" height="14" aria-hidden="true" className="shrink-0">
      <Hatch id={hatch} />
      <rect x="1" y="1" width="20" height="12" {...standingLook(standing, hatch)} />
    </svg>
  )
}
