import { Link } from '@/app/_components/link'
import {
  type TimelineChoices,
  type TimelinePlace,
  timelineHref,
} from '@/lib/reference/timeline-query'
import { shift, type YearWindow, zoomIn, zoomOut } from '@/lib/reference/timeline-window'

type Props = { choices: TimelineChoices; place: TimelinePlace }

/** Plain links, so that every view has an address. The keys press the same links. */
export function Zoom({ choices: { domain }, place }: Props) {
  const { window } = place
  const steps = [
    { name: 'Earlier', key: '[', to: shift(window, -1, domain) },
    { name: 'Zoom in', key: '+', to: zoomIn(window, domain) },
    { name: 'Zoom out', key: '-', to: zoomOut(window, domain) },
    { name: 'Later', key: ']', to: shift(window, 1, domain) },
    { name: 'All years', key: '0', to: domain },
  ].map((step) => ({
    ...step,
    href: isSame(step.to, window) ? null : timelineHref({ ...place, window: step.to }),
  }))
  return (
    <nav aria-label="Years shown" className="mb-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {steps.map(({ name, href, key }) => (
          <li key={name}>
            {href === null ? (
              <span aria-disabled="true" className="inline-flex min-h-8 items-center text-ink-2">
                {name}
              </span>
            ) : (
              <Link
                href={href}
                scroll={false}
                data-key={key}
                aria-keyshortcuts={key}
                className="link inline-flex min-h-8 items-center"
              >
                {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-label text-ink-2 max-lg:hidden">
        Keys, while the focus is here or on the chart: + and - zoom, [ and ] move, 0 shows all
        years.
      </p>
    </nav>
  )
}

const isSame = (a: YearWindow, b: YearWindow) => a.from === b.from && a.to === b.to
