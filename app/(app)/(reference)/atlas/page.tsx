import type { Metadata } from 'next'
import { cache } from 'react'
import { PageHeader } from '@/app/_components/page-header'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import type { AskedAtlas } from '@/lib/reference/atlas-query'
import { loadAtlas } from '@/lib/server/reference/load-atlas'
import { Atlas } from './_components/atlas'
import { atlasShapes } from './_components/atlas-shapes'
import { Disputes } from './_components/disputes'
import { StateCard } from './_components/state-card'

export const metadata: Metadata = { title: 'Atlas' }

type Props = { searchParams: Promise<AskedAtlas> }

const load = cache(async (asked: AskedAtlas) => {
  const scope = await requireLearner('/atlas')
  return orNotFound(() => loadAtlas(scope, asked))
})

export default async function AtlasPage({ searchParams }: Props) {
  const { choices, place, changes, disputes, isoNumericOf, card } = await load(await searchParams)
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
