import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { percent, wholePercent } from '@/lib/kernel/percent'
import { type Calibration, FEWEST_CALIBRATED } from '@/lib/review/calibration'

type Props = {
  calibration: Calibration
  /** The heading of the column with the stated values, such as `You said`. */
  stated: string
  caption: string
}

const SIZE = 240
const EDGE = 26

/** Compares stated confidence or predicted recall with the outcomes. On the diagonal they agree. */
export function CalibrationFigure({ calibration, stated, caption }: Props) {
  const { points, n, brier } = calibration
  const enough = points.filter((point) => point.n >= FEWEST_CALIBRATED)
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-[15rem_minmax(0,1fr)]">
      {enough.length > 0 ? (
        <Curve points={enough} label={`${caption}: the table beside it lists every point.`} />
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
        </p>
      </div>
    </div>
  )
}

function Curve({ points, label }: { points: Calibration['points']; label: string }) {
  const x = (share: number) => EDGE + share * (SIZE - EDGE - 4)
  const y = (share: number) => SIZE - EDGE - share * (SIZE - EDGE - 4)
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${SIZE} ${SIZE}`} className="block max-w-60">
      {[0, 0.5, 1].map((share) => (
        <g key={share} className="fill-ink-2 text-[11px] tabular-nums">
          <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} className="stroke-rule" />
          <text x={x(0) - 4} y={y(share) + 4} textAnchor="end">
            {share * 100}
          </text>
          <text x={x(share)} y={SIZE - 8} textAnchor={share === 1 ? 'end' : 'middle'}>
            {share * 100}
          </text>
        </g>
      ))}
      <line
        x1={x(0)}
        y1={y(0)}
        x2={x(1)}
        y2={y(1)}
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
