import type { PartialDate } from '../../course/partial-date'
import { earliest, latest } from '../../course/partial-date'
import type { Check } from '../draft'
import { fault } from '../fault'

/** No interval may end before it begins. */
export const dateOrder: Check = (draft) => [
  ...draft.facts.flatMap(({ value, at }) =>
    value.holds?.to !== undefined && ends(value.holds.to, value.holds.from)
      ? [fault(at(['holds']), 'date-order', `fact \`${value.id}\` ends before it begins`)]
      : [],
  ),
  ...draft.lessons.flatMap((lesson) =>
    lesson.pictures.flatMap(({ value, at }) =>
      value.kind === 'timeline' && ends(value.to, value.from)
        ? [
            fault(
              at(),
              'date-order',
              `the timeline ends (${value.to}) before it begins (${value.from})`,
            ),
          ]
        : [],
    ),
  ),
]

const ends = (to: PartialDate, from: PartialDate): boolean => latest(to) < earliest(from)
