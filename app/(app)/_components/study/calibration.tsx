import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { TermHelp } from '@/app/_help/term-help'
import { percent, wholePercent } from '@/lib/kernel/percent'
import { type Calibration, FEWEST_CALIBRATED } from '@/lib/review/calibration'
import { axisOf, type Judged, verdictOf } from './verdict'

type Props = {
  calibration: Calibration
  /** The heading of the column with the stated values, such as `You said`. */
  stated: string
  caption: string
  /** What is judged in the sentence above. */
  judged: Judged
}

const SIZE = 240
/** Room for the figures and names of the axes. */
const EDGE = 30

/** Compares stated confidence or predicted recall with the outcomes. On the diagonal they agree. */
export function CalibrationFigure({ calibration, stated, caption, judged }: Props) {
  const { points, n, brier } = calibration
  const enough = points.filter((point) => point.n >= FEWEST_CALIBRATED)
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-[15rem_minmax(0,1fr)]">
      <p className="max-w-measure font-serif text-lg md:col-span-2">
        {verdictOf(calibration, judged)}
      </p>
      {enough.length > 0 ? (
        <Curve
          points={enough}
          stated={stated}
          label={`${caption}: the table beside it lists every point.`}
        />
      ) : (
        <p className="font-serif text-ink-2">
          The chart shows a point once there are at least {FEWEST_CALIBRATED} answers for it.
        </p>
      )}
      <div>
        <Table caption={caption}>
          <thead>
            <tr>
              <Th numeric>{stated}</Th>
              <Th numeric>Correct</Th>
              <Th numeric>Answers</Th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.stated}>
                <RowTh plain className="text-right">
                  {percent(point.stated)}
                </RowTh>
                <Td numeric>
                  {point.n < FEWEST_CALIBRATED ? (
                    <span className="text-ink-2">too few</span>
                  ) : (
                    <>
                      {percent(point.observed)}{' '}
                      <span className="text-ink-2">
                        ({wholePercent(point.interval.low)}–{wholePercent(point.interval.high)})
                      </span>
                    </>
                  )}
                </Td>
                <Td numeric>{point.n}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="mt-3 text-label text-ink-2">
          The Brier score over {n} answers is {brier.toFixed(3)}: 0 is perfect, and guessing gives
          0.25.
          <TermHelp of="brier" />
        </p>
      </div>
    </div>
  )
}

type CurveProps = { points: Calibration['points']; stated: string; label: string }

/** The room above the picture for the name of the axis. */
const ABOVE = 14

/** The axes show the part of the scale in which the points lie, the same on both. */
function Curve({ points, stated, label }: CurveProps) {
  const { low, high } = axisOf({ points })
  const along = (share: number) => ((share - low) / (high - low)) * (SIZE - EDGE - 4)
  const x = (share: number) => EDGE + along(share)
  const y = (share: number) => SIZE - EDGE - along(share)
  const ticks = [low, (low + high) / 2, high]
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 ${-ABOVE} ${SIZE} ${SIZE + ABOVE}`}
      className="block max-w-60"
    >
      {ticks.map((share) => (
        <g key={share} className="fill-ink-2 text-[11px] tabular-nums">
          <line x1={x(low)} x2={x(high)} y1={y(share)} y2={y(share)} className="stroke-rule" />
          <text x={x(low) - 4} y={y(share) + 4} textAnchor="end">
            {wholePercent(share)}
          </text>
          <text x={x(share)} y={SIZE - 14} textAnchor={share === high ? 'end' : 'middle'}>
            {wholePercent(share)}
          </text>
        </g>
      ))}
      <g className="fill-ink-2 text-[11px]">
        <text x={x(high)} y={SIZE - 2} textAnchor="end">
          {stated}, %
        </text>
        <text x={2} y={9 - ABOVE}>
          Correct, %
        </text>
      </g>
      <line
        x1={x(low)}
        y1={y(low)}
        x2={x(high)}
        y2={y(high)}
        className="stroke-rule-2"
        strokeDasharray="3 3"
      />
      {points.map(({ stated, observed, interval }) => (
        <g key={stated} className="stroke-accent">
          <line
            x1={x(stated)}
            x2={x(stated)}
            y1={y(interval.low)}
            y2={y(interval.high)}
            strokeWidth="1.5"
          />
          <circle cx={x(stated)} cy={y(observed)} r="3.5" className="fill-accent" />
        </g>
      ))}
    </svg>
  )
}
