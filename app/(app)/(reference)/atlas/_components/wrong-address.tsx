'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { LinkButton } from '@/app/_components/link-button'
import { formatDate } from '@/lib/course/partial-date'
import type { AtlasChoices } from '@/lib/reference/atlas'
import { atlasHref, readAtlasQuery } from '@/lib/reference/atlas-query'

/** Says what is wrong with the address and lists all valid choices. */
export function WrongAddress({ choices }: { choices: AtlasChoices }) {
  const params = useSearchParams()
  const asked = Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]))
  const place = readAtlasQuery(choices, asked)
  // Next keeps its 404 page on links to the same path. Only a real load replaces it.
  const [wasWrong] = useState(!place.ok)
  const isCorrected = wasWrong && place.ok
  useEffect(() => {
    if (isCorrected) window.location.reload()
  }, [isCorrected])
  const start = { organisation: choices.organisation, date: choices.date, state: null }
  return (
    <>
      <p className="max-w-measure font-serif text-lg wrap-break-word">
        {place.ok ? null : place.error} Nothing you did is lost.
      </p>
      <h2 className="mt-8 text-xl">What the atlas can show</h2>
      <dl className="mt-3 max-w-measure space-y-3 text-sm">
        <Choices name="Organisations">
          {choices.organisations.map(({ id, name }) => (
            <Choice key={id} href={atlasHref({ ...start, organisation: id })} id={id} name={name} />
          ))}
        </Choices>
        <Choices name="Dates">
          <li>
            Every month from {formatDate(choices.first)} to {formatDate(choices.last)}, written{' '}
            <code>{choices.first}</code>
          </li>
        </Choices>
        <Choices name="States">
          {choices.states.map(({ id, name }) => (
            <Choice key={id} href={atlasHref({ ...start, state: id })} id={id} name={name} />
          ))}
        </Choices>
      </dl>
      <LinkButton href="/atlas" className="mt-8">
        Open the atlas
      </LinkButton>
    </>
  )
}

function Choices({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">{children}</ul>
      </dd>
    </div>
  )
}

function Choice({ href, id, name }: { href: string; id: string; name: string }) {
  return (
    <li>
      <a href={href} className="link inline-block min-h-6">
        {name}
      </a>{' '}
      <code className="text-ink-2">{id}</code>
    </li>
  )
}
