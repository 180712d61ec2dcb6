import type { Metadata } from 'next'
import { cache } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import type { AskedAtlas } from '@/lib/reference/atlas-query'
import { loadAtlas, loadAtlasChoices } from '@/lib/server/reference/load-atlas'
import { Atlas } from './_components/atlas'
import { atlasShapes } from './_components/atlas-shapes'
import { Disputes } from './_components/disputes'
import { StateCard } from './_components/state-card'

export const metadata: Metadata = { title: 'Atlas' }

type Props = { searchParams: Promise<AskedAtlas> }

const load = cache(async (asked: AskedAtlas) => {
  const scope = await requireLearner('/atlas')
  if ((await loadAtlasChoices(scope)) === null) return null
  return orNotFound(() => loadAtlas(scope, asked))
})

export default async function AtlasPage({ searchParams }: Props) {
  const view = await load(await searchParams)
  if (view === null) return <NoMemberships />
  const { choices, place, changes, disputes, isoNumericOf, card } = view
  const { shapes, background } = atlasShapes(isoNumericOf)
  return (
    <>
      <PageHeader
        title="Atlas"
        lead="Which states belonged to which organisation and when, with the source of every change."
      />
      <Atlas
        choices={choices}
        place={place}
        changes={changes}
        shapes={shapes}
        background={background}
        card={card === null ? null : <StateCard card={card} />}
        disputes={<Disputes disputes={disputes} />}
      />
    </>
  )
}

/** Not every course is about who belongs to what. */
function NoMemberships() {
  return (
    <>
      <PageHeader title="Atlas" />
      <EmptyState action={<LinkButton href="/sources">See the sources</LinkButton>}>
        What you learn reports no memberships, so there is nothing on the map.
      </EmptyState>
    </>
  )
}
