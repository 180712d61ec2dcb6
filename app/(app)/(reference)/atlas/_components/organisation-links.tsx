import Link from 'next/link'
import type { AtlasChoices } from '@/lib/course/atlas'
import { type AtlasPlace, atlasHref } from '@/lib/course/atlas-query'

type Props = { organisations: AtlasChoices['organisations']; now: AtlasPlace }

/** Another organisation at the same month, with the same card open. */
export function OrganisationLinks({ organisations, now }: Props) {
  return (
    <nav aria-label="Organisation">
      <ul className="flex flex-wrap gap-x-2 gap-y-1 border-t border-rule-ink pt-3">
        {organisations.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={atlasHref({ ...now, organisation: id })}
              scroll={false}
              aria-current={id === now.organisation ? 'true' : undefined}
              className="inline-flex min-h-9 items-center border-b-2 border-transparent pr-2 text-sm text-ink-2 no-underline hover:text-ink aria-[current=true]:border-accent aria-[current=true]:font-semibold aria-[current=true]:text-ink sm:mr-2"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
