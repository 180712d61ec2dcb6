import { membershipChanges, membershipSpans, membershipsAt } from '../../course/memberships'
import { formatDate } from '../../course/partial-date'
import type { Fact, LessonBlock } from '../../course/types'
import type { EntityId } from '../../kernel/ids'

type Picture = Extract<LessonBlock, { kind: 'map' | 'timeline' }>

/** What a generated picture shows, in words, for search, export and people who cannot see it. */
export function pictureText(
  picture: Picture,
  facts: readonly Fact[],
  nameOf: (id: EntityId) => string,
): string {
  const changes = membershipChanges(facts)
  switch (picture.kind) {
    case 'map': {
      const at = membershipsAt(changes, picture.organisation, picture.date)
      const lists = [
        list('Members', at.members.map(nameOf)),
        list('Observers', at.observers.map(nameOf)),
        list('Former', at.former.map(nameOf)),
      ]
      const head = `${nameOf(picture.organisation)}, ${formatDate(picture.date)}.`
      return [`Map: ${picture.caption}`, head, ...lists.filter((line) => line !== '')].join('\n')
    }
    case 'timeline': {
      const lines = picture.organisations.flatMap((organisation) =>
        membershipSpans(changes, organisation).map(({ state, role, from, to }) => {
          const until = to === null ? '' : ` to ${formatDate(to)}`
          return `${nameOf(organisation)}: ${nameOf(state)}, ${role} from ${formatDate(from)}${until}`
        }),
      )
      return [`Timeline: ${picture.caption}`, ...lines].join('\n')
    }
  }
}

const list = (title: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${title}: ${names.join(', ')}.`
