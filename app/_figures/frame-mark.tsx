/** Organisations are told apart by shape, not by colour. */
export type FrameLook = 'circle' | 'square' | 'triangle' | 'diamond'

const LOOKS = ['circle', 'square', 'triangle'] as const

/** The look of an organisation by its place among the others; a diamond for none. */
export function frameLook(frames: readonly string[], frame: string | null): FrameLook {
  return frame === null ? 'diamond' : (LOOKS[frames.indexOf(frame)] ?? 'triangle')
}

const SHAPES: Readonly<Record<FrameLook, string>> = {
  circle: 'M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0 -11z',
  square: 'M2 2h10v10h-10z',
  triangle: 'M7 1.5l6 11h-12z',
  diamond: 'M7 .8l6.2 6.2l-6.2 6.2l-6.2 -6.2z',
}

/** A mark beside the name of an exercise. A planned one is open. */
export function FrameMark({ look, isPlan }: { look: FrameLook; isPlan: boolean }) {
  return (
    <svg width="14" height="14" aria-hidden="true" className="block shrink-0 overflow-visible">
      <path
        d={SHAPES[look]}
        strokeWidth="1.6"
        className={
          isPlan
            ? 'fill-paper stroke-accent forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]'
            : 'fill-accent stroke-accent forced-colors:fill-[CanvasText] forced-colors:stroke-[CanvasText]'
        }
        strokeDasharray={isPlan ? '2.5 1.6' : undefined}
      />
    </svg>
  )
}
