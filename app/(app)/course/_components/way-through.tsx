import { Meter } from '@/app/_components/meter'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import { TermHelp } from '@/app/_help/term-help'
import { depthReason } from '@/app/(app)/_components/depth-reason'
import { DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { count } from '@/lib/kernel/count'
import type { CourseView } from '@/lib/review/view/course'
import { DepthForm, GoOnForm } from './depth-form'

type Props = { course: Pick<CourseView, 'way' | 'depth'> }
type Step = CourseView['way']['steps'][number]

/** What it takes to the end of the core and of the rest, and how much of the course is learned. */
export function WayThrough({ course: { way, depth } }: Props) {
  const [core] = way.steps
  return (
    <Panel title="Your way through" className="mt-8">
      <div className="space-y-5">
        <ul className="grid gap-x-10 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
          {way.steps.map((step) => (
            <li key={step.reach}>
              <StepOf step={step} newPerDay={way.newPerDay} />
            </li>
          ))}
        </ul>
        <div className="grid gap-x-10 gap-y-3 lg:grid-cols-2">
          <div className="space-y-3">
            <p className="text-sm">
              <span className="text-ink-2">You are learning: </span>
              {depthReason(depth)}
              <TermHelp of="depth" />
            </p>
            {depth.own === 'core' && core?.reach === 'core' && core.days === 0 ? (
              <GoOnForm />
            ) : null}
          </div>
          <DepthForm own={depth.own} />
        </div>
      </div>
    </Panel>
  )
}

function StepOf({ step, newPerDay }: { step: Step; newPerDay: number }) {
  const { reach, total, begun, known } = step
  return (
    <>
      {/* One below the other: side by side, a longer one would move its bar out of line with the others. */}
      <div className="text-sm">
        <h3 className="font-sans font-semibold">{DEPTH_NAMES[reach]}</h3>
        <p className="text-ink-2 tabular-nums">
          {begun} of {count(total, 'question')} begun, {Math.round(known)} known
        </p>
      </div>
      <div className="my-1">
        <Meter
          share={total === 0 ? 0 : begun / total}
          label={`${DEPTH_NAMES[reach]}: ${begun} of ${total} questions begun`}
        />
      </div>
      <p className="text-label text-ink-2">{leftText(step, newPerDay)}</p>
    </>
  )
}

function leftText({ days, on, minutesPerDay }: Step, newPerDay: number): string {
  if (days === 0) return 'All questions have begun. Your reviews keep them in memory.'
  if (newPerDay === 0) return 'Your limit lets no new question begin.'
  if (days === null || on === null || minutesPerDay === null)
    return `More than two years at ${newPerDay} new questions a day.`
  return `${count(days, 'study day')} at up to ${newPerDay} new a day, until ${longDate(on)}; about ${count(Math.max(1, Math.round(minutesPerDay)), 'minute')} of answers a day.`
}
