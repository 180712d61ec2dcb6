import { membershipSpans, membershipsAt } from '../memberships'
import { formatDate } from '../partial-date'
import { participantWords } from './exercises'
import type { PictureView } from './picture-view'
import type { SitesView } from './sites'

/** How a status of a base or pipeline is said. */
export const SITE_WORDS: Readonly<Record<SitesView['sites'][number]['status'], string>> = {
  'in-use': 'in use',
  'to-end': 'in use, its end decided',
  ended: 'given up',
  'reported-later': 'not yet reported',
}

/** What a picture shows, a line for each thing, for search, export and people who cannot see it. */
export function pictureLines({ caption, ...picture }: PictureView): readonly string[] {
  switch (picture.kind) {
    case 'map': {
      const { organisation, organisationName, date, changes, states } = picture.view
      const at = membershipsAt(changes, organisation, date)
      const list = (title: string, ids: readonly string[]) =>
        ids.length === 0 ? [] : [`${title}: ${ids.map((id) => states[id]?.name ?? id).join(', ')}.`]
      return [
        `Map: ${caption}`,
        `${organisationName}, ${formatDate(date)}.`,
        ...list('Members', at.members),
        ...list('Observers', at.observers),
        ...list('Former', at.former),
      ]
    }
    case 'timeline': {
      const { organisations, changes, names } = picture.view
      const nameOf = (id: string) => names[id] ?? id
      return [
        `Timeline: ${caption}`,
        ...organisations.flatMap((organisation) =>
          membershipSpans(changes, organisation).map(({ state, role, from, to }) => {
            const until = to === null ? '' : ` to ${formatDate(to)}`
            return `${nameOf(organisation)}: ${nameOf(state)}, ${role} from ${formatDate(from)}${until}`
          }),
        ),
      ]
    }
    case 'circles': {
      const { names, date, onlyFirst, both, onlySecond } = picture.view
      const list = (side: typeof both) =>
        side.map(({ name, isObserver }) => (isObserver ? `${name} (observer)` : name)).join(', ')
      return [
        `Two memberships, ${date}: ${caption}`,
        `Only ${names[0]}: ${list(onlyFirst) || 'none'}.`,
        `Both: ${list(both) || 'none'}.`,
        `Only ${names[1]}: ${list(onlySecond) || 'none'}.`,
      ]
    }
    case 'exercises':
      return [
        `Exercises: ${caption}`,
        ...picture.view.rows.map((row) =>
          [
            `${row.when}: ${row.name}${row.isPlan ? ' (planned)' : ''}`,
            row.frame ?? 'no organisation',
            participantWords(row) ?? 'participants not given',
            row.size === null
              ? 'size not given'
              : `${row.size.text} people${row.size.isPlan ? ' planned' : ''}`,
            row.places.map(({ name }) => name).join(' and ') || 'place not given',
          ].join('; '),
        ),
      ]
    case 'sites':
      return [
        `Bases and pipelines: ${caption}`,
        ...picture.view.sites.map(
          ({ name, status, latest }) =>
            `${name}: ${SITE_WORDS[status]}${latest === null ? '' : ` (${latest})`}`,
        ),
      ]
    case 'wants':
      return [
        `Who wants what: ${caption}`,
        ...picture.view.rows.map(({ aim, cells }) => {
          const said = cells.flatMap((cites, i) =>
            cites.length === 0
              ? []
              : [
                  `${picture.view.columns[i]?.name} (${cites.map(({ short }) => short).join(', ')})`,
                ],
          )
          return `${aim}: ${said.join('; ')}`
        }),
      ]
    case 'readings':
      return [
        `Readings: ${caption}`,
        ...picture.view.rows.map((row) =>
          [
            `${row.dated} (${row.source})`,
            row.who ?? 'nobody named',
            row.extent ?? 'no extent',
            row.when ?? 'no year',
            row.sure,
          ].join('; '),
        ),
      ]
  }
}
