const SECOND = 1000
const MINUTE = 60 * SECOND

/** `59:07`; from one hour on, `1:00:00`. */
function clockText(ms: number): string {
  const seconds = Math.ceil(ms / SECOND)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`
}

/** Numbers of minutes left at which a screen reader announces the time. */
const TOLD_AT = [1, 5, 10]

export function Countdown({ leftMs }: { leftMs: number }) {
  const told = TOLD_AT.find((minutes) => leftMs <= minutes * MINUTE)
  return (
    <div className="text-sm">
      <span role="timer" className="font-semibold tabular-nums">
        {leftMs === 0 ? 'Time is up' : `${clockText(leftMs)} left`}
      </span>
      <span aria-live="polite" className="sr-only">
        {leftMs === 0
          ? 'Time is up.'
          : told === undefined
            ? ''
            : `${told} ${told === 1 ? 'minute' : 'minutes'} or less left.`}
      </span>
    </div>
  )
}
