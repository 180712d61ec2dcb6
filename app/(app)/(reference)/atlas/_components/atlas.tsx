'use client'

import { type ReactNode, useEffect } from 'react'
import { standingWords } from '@/app/_figures/standing-look'
import { formatDate } from '@/lib/course/partial-date'
import { type StateStanding, standingsAt } from '@/lib/course/standings'
import { count } from '@/lib/kernel/count'
import type { EntityId } from '@/lib/kernel/ids'
import type { AtlasChoices } from '@/lib/reference/atlas'
import { type AtlasPlace, atlasHref } from '@/lib/reference/atlas-query'
import { dateOfMonth, firstMonth } from '@/lib/reference/month'
import type { AtlasChangeView } from '@/lib/reference/view/atlas'
import type { AtlasShapes } from './atlas-shapes'
import { ChangeHistory } from './change-history'
import { MonthControl } from './month-control'
import { OrganisationLinks } from './organisation-links'
import { StandingList } from './standing-list'
import { StandingMap } from './standing-map'
import { useAtlasMonth } from './use-atlas-month'

type Props = {
  choices: AtlasChoices
  place: AtlasPlace
  changes: readonly AtlasChangeView[]
  shapes: AtlasShapes
  background: string
  card: ReactNode
  disputes: ReactNode
}

/**
 * Everything that changes with the month. Without JavaScript, the links and the form ask the server
 * instead.
 */
export function Atlas({ choices, place, changes, shapes, background, card, disputes }: Props) {
  const { month, show, keep } = useAtlasMonth(place, firstMonth(choices.date))
  const now = { ...place, date: dateOfMonth(month) }
  // Next scrolls to the card that a link asked for. The keyboard focus must follow.
  useEffect(() => {
    if (place.state !== null && window.location.hash === '#card') {
      document.getElementById('card')?.focus({ preventScroll: true })
    }
  }, [place.state])
  const standings = standingsAt(changes, place.organisation, now.date)
  const names = new Map(choices.states.map(({ id, name }) => [id, name]))
  const nameOf = (state: EntityId) => names.get(state) ?? state
  const cardHref = (state: EntityId) => `${atlasHref({ ...now, state })}#card`
  const organisation = choices.organisations.find(({ id }) => id === place.organisation)?.name ?? ''
  const go = (to: number) => {
    show(to)
    keep(to)
  }
  return (
    <>
      <OrganisationLinks organisations={choices.organisations} now={now} />
      <MonthControl
        choices={choices}
        now={now}
        month={month}
        changes={changes}
        show={show}
        keep={keep}
      />
      <p role="status" className="sr-only">
        {summary(standings)}
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <StandingMap
          label={`${organisation}, ${formatDate(now.date)}`}
          selected={place.state}
          closeHref={atlasHref({ ...now, state: null })}
          standings={standings}
          shapes={shapes}
          background={background}
          nameOf={nameOf}
          cardHref={cardHref}
        />
        <StandingList
          states={choices.states.map(({ id }) => id)}
          selected={place.state}
          standings={standings}
          nameOf={nameOf}
          cardHref={cardHref}
        />
      </div>
      {card}
      <ChangeHistory
        organisation={organisation}
        changes={changes}
        month={month}
        now={now}
        nameOf={nameOf}
        go={go}
      />
      {disputes}
    </>
  )
}

/** `7 members, 1 former member`. Screen readers announce it when the month changes. */
function summary(standings: readonly StateStanding[]): string {
  const words = (['member', 'observer', 'former'] as const).flatMap((standing) => {
    const many = standings.filter((one) => one.standing === standing).length
    const { one, many: more } = standingWords[standing]
    return many === 0 ? [] : [count(many, one.toLowerCase(), more.toLowerCase())]
  })
  return words.length === 0 ? 'No members' : words.join(', ')
}
