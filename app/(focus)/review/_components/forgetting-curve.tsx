import { wholePercent } from '@/lib/kernel/percent'
import type { CardHistory } from '@/lib/review/view/card-history'

const WIDTH = 360
const HEIGHT = 140
const LEFT = 30
const BOTTOM = 20
const TOP = 8

/**
 * Predicted recall over time: it falls between one review and the next. The list below the curve
 * has the same information.
 */
export function ForgettingCurve({ history }: { history: CardHistory }) {
  const { curve, desiredRetention } = history
  const first = curve[0]
  const last = curve.at(-1)
  if (first === undefined || last === undefined) return null
  const span = Math.max(1, last.day - first.day)
  const lowest = Math.min(0.5, ...curve.map(({ recall }) => recall))
  const x = (day: number) => LEFT + ((day - first.day) / span) * (WIDTH - LEFT - 6)
  const y = (recall: number) =>
    TOP + ((1 - recall) / Math.max(0.01, 1 - lowest)) * (HEIGHT - TOP - BOTTOM)
  const points = curve.map(({ day, recall }) => `${x(day).toFixed(1)},${y(recall).toFixed(1)}`)
  const now = wholePercent(last.recall)
  const days = Math.round(span)
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Predicted recall over ${days} days, now ${now} percent.`}
        className="block h-auto w-full"
      >
        {[1, desiredRetention, lowest].map((recall) => (
          <g key={recall}>
            <line x1={LEFT} x2={WIDTH} y1={y(recall)} y2={y(recall)} className="stroke-rule" />
            <text
              x={LEFT - 6}
              y={y(recall) + 4}
              textAnchor="end"
              className="fill-ink-2 text-[12px] tabular-nums"
            >
              {wholePercent(recall)}
            </text>
          </g>
        ))}
        <polyline points={points.join(' ')} fill="none" className="stroke-accent" strokeWidth="2" />
        <text x={LEFT} y={HEIGHT - 4} className="fill-ink-2 text-[12px]">
          {days === 0 ? 'today' : `${days} days ago`}
        </text>
        <text x={WIDTH} y={HEIGHT - 4} textAnchor="end" className="fill-ink-2 text-[12px]">
          {days === 0 ? '' : 'today'}
        </text>
      </svg>
      <figcaption className="text-label text-ink-2">
        Predicted recall in percent, with your present weights. The middle line is your target
        retention.
      </figcaption>
    </figure>
  )
}
