import { scaleLinear } from 'd3-scale'

export type Bar = {
  readonly key: string
  /** Drawn from the bottom up. */
  readonly parts: readonly { readonly value: number; readonly className: string }[]
  /** Shown below the axis. Empty for none. */
  readonly label: string
}

const HEIGHT = 150
/** Space for the number above the highest bar. */
const TOP = 12
/** Space for the labels is below it. */
const BOTTOM = HEIGHT - 24

/**
 * Positions are percentages of the width, so that the text keeps its size on a phone. A table below
 * the chart has the same figures.
 */
export function BarChart({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const sumOf = (bar: Bar) => bar.parts.reduce((sum, { value }) => sum + value, 0)
  const y = scaleLinear([0, Math.max(4, ...bars.map(sumOf))], [BOTTOM, TOP]).nice(4)
  const slot = 100 / bars.length
  const ticks = y.ticks(4).filter(Number.isInteger)
  return (
    <div className="grid grid-cols-[2.25rem_minmax(0,1fr)]">
      <svg width="100%" height={HEIGHT} aria-hidden="true" className="block overflow-visible">
        {ticks.map((tick) => (
          <text
            key={tick}
            x="80%"
            y={y(tick)}
            dy="0.32em"
            textAnchor="end"
            className="fill-ink-2 text-[12px] tabular-nums"
          >
            {tick}
          </text>
        ))}
      </svg>
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={HEIGHT}
        className="block overflow-visible"
      >
        {ticks.map((tick) => (
          <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-rule" />
        ))}
        {bars.map((bar, index) => (
          <g key={bar.key}>
            {stacked(bar).map(({ from, to, className }) => (
              <rect
                key={`${from} ${className}`}
                x={`${tenth(index * slot + slot * 0.15)}%`}
                width={`${tenth(slot * 0.7)}%`}
                y={tenth(y(to))}
                height={tenth(y(from) - y(to))}
                className={className}
              />
            ))}
            {bar.label === '' ? null : (
              <text
                x={`${tenth((index + 0.5) * slot)}%`}
                y={HEIGHT - 6}
                textAnchor={index === 0 ? 'start' : index === bars.length - 1 ? 'end' : 'middle'}
                className="fill-ink-2 text-[12px] tabular-nums"
              >
                {bar.label}
              </text>
            )}
          </g>
        ))}
        <line x1="0" x2="100%" y1={BOTTOM} y2={BOTTOM} className="stroke-ink" />
      </svg>
    </div>
  )
}

function stacked({ parts }: Bar) {
  let from = 0
  return parts.map(({ value, className }) => {
    const part = { from, to: from + value, className }
    from = part.to
    return part
  })
}

const tenth = (value: number) => Math.round(value * 10) / 10
