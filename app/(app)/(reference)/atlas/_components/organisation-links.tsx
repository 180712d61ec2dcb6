import { Link } from '@/app/_components/link'
import type { AtlasChoices } from '@/lib/reference/atlas'
import { type AtlasPlace, atlasHref } from '@/lib/reference/atlas-query'

type Props = { organisations: AtlasChoices['organisations']; now: AtlasPlace }

/** Links to the other organisations at the same month, with the same card open. */
export function OrganisationLinks({ organisations, now }: Props) {
  return (
    <nav aria-label="Organisation">
      <ul className="flex flex-wrap gap-x-6 border-t border-rule-ink pt-3">
        {organisations.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={atlasHref({ ...now, organisation: id })}
              scroll={false}
              aria-current={id === now.organisation ? 'true' : undefined}
              className="inline-flex min-h-9 items-center text-sm text-ink-2 no-underline decoration-accent decoration-2 underline-offset-8 hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:underline"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
