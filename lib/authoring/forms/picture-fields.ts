import type { FieldSpec } from './field-spec'

// What the pictures of a course draw, and the images that it shows.

const ONE_EACH = 'One on each line.'
const NAME: FieldSpec = { name: 'name', label: 'Name', shape: 'line' }
const FACTS: FieldSpec = {
  name: 'facts',
  label: 'Facts',
  hint: 'Those that say all this: their ids, one on each line.',
  shape: 'lines',
  picks: 'facts',
}
const FACT: FieldSpec = {
  name: 'fact',
  label: 'Fact',
  hint: 'The one that says so.',
  shape: 'line',
  picks: 'facts',
}
const places = (hint: string): FieldSpec => ({
  name: 'places',
  label: 'Places',
  hint,
  shape: 'lines',
  picks: 'places',
})
const states = (name: string, label: string, hint: string): FieldSpec => ({
  name,
  label,
  hint,
  shape: 'lines',
  picks: 'states',
})

export const PLACE_FIELDS: readonly FieldSpec[] = [
  NAME,
  {
    name: 'at.0',
    label: 'Degrees east',
    hint: 'From a map, with a point for decimals: 74.6. West of Greenwich it is negative.',
    shape: 'number',
  },
  {
    name: 'at.1',
    label: 'Degrees north',
    hint: 'South of the equator it is negative.',
    shape: 'number',
  },
  {
    name: 'words',
    label: 'Other ways to write it',
    hint: `As the documents have it, where that is not its name. ${ONE_EACH}`,
    shape: 'lines',
  },
]

export const DRAWN_EXERCISE_FIELDS: readonly FieldSpec[] = [
  NAME,
  {
    name: 'when',
    label: 'When',
    hint: 'In the words of the document: mid-2003.',
    shape: 'line',
  },
  {
    name: 'date',
    label: 'Date for its place in the order',
    hint: '2007, 2007-06 or 2007-06-17.',
    shape: 'line',
  },
  {
    name: 'frame',
    label: 'Held in the name of',
    hint: 'Without a choice: of no organisation.',
    shape: 'choice',
    picks: 'organisations',
  },
  states(
    'participants.states',
    'States that took part',
    'Their ids, one on each line. Leave all four empty when no document says who took part.',
  ),
  {
    name: 'participants.more',
    label: 'Others took part too',
    hint: 'The document says so, but not which.',
    shape: 'flag',
  },
  {
    name: 'participants.membersOf',
    label: 'Or all members of',
    hint: 'In place of the list of states.',
    shape: 'choice',
    picks: 'organisations',
  },
  states('participants.except', 'But not', 'Members that did not take part, one on each line.'),
  places('Where it was held: ids of places, one on each line.'),
  { name: 'size.from', label: 'How many took part', hint: 'In figures.', shape: 'number' },
  {
    name: 'size.to',
    label: 'Or up to',
    hint: 'When a document gives a range.',
    shape: 'number',
  },
  {
    name: 'size.sum',
    label: 'Sum of',
    hint: 'The figures that a document gives, when the total is ours: 7000, 1800.',
    shape: 'numbers',
  },
  {
    name: 'size.fact',
    label: 'Fact that gives the number',
    hint: 'A plan is drawn as a plan.',
    shape: 'line',
    picks: 'facts',
  },
  FACTS,
]

const pick = (name: string, label: string, ...values: readonly (readonly [string, string])[]) => ({
  name,
  label,
  shape: 'choice' as const,
  options: values.map(([value, shown]) => ({ value, label: shown })),
})

export const SITE_FIELDS: readonly FieldSpec[] = [
  NAME,
  pick('what', 'What it is', ['base', 'Base'], ['pipeline', 'Pipeline']),
  places('One place, or the stations of a pipeline in their order: ids, one on each line.'),
  {
    name: 'steps',
    label: 'What became of it',
    hint: 'One step for each date at which something is reported.',
    shape: 'rows',
    each: 'step',
    columns: [
      { name: 'date', label: 'Date', hint: 'A date that its fact has.', shape: 'line' },
      pick(
        'status',
        'From then on',
        ['in-use', 'In use'],
        ['to-end', 'Its end is decided'],
        ['ended', 'Ended'],
      ),
      {
        name: 'note',
        label: 'Note',
        hint: 'In your own words: leased to the United States.',
        shape: 'text',
      },
      FACT,
    ],
  },
]

export const AIM_FIELDS: readonly FieldSpec[] = [
  { ...NAME, hint: 'What somebody wants: To sell arms.' },
  {
    name: 'words',
    label: 'What documents call it',
    hint: `One of these stands in each paragraph that is cited for it. ${ONE_EACH}`,
    shape: 'lines',
  },
]

export const WANT_FIELDS: readonly FieldSpec[] = [
  { name: 'who', label: 'Who', shape: 'choice', picks: 'entities' },
  { name: 'aim', label: 'Wants', shape: 'choice', picks: 'aims' },
  FACT,
  {
    name: 'cites',
    label: 'Paragraphs',
    hint: 'Those of the fact in which this aim stands: source#paragraph, one on each line.',
    shape: 'lines',
    picks: 'citations',
  },
]

export const EVENT_FIELDS: readonly FieldSpec[] = [
  { ...NAME, hint: 'Of which the documents speak in different ways: The withdrawal.' },
]

export const READING_FIELDS: readonly FieldSpec[] = [
  { name: 'event', label: 'Event', shape: 'choice', picks: 'events' },
  FACT,
  {
    name: 'cite',
    label: 'Paragraph',
    hint: 'A paragraph of the fact: source#paragraph.',
    shape: 'line',
    picks: 'citations',
  },
  {
    name: 'words',
    label: 'The document’s own words',
    hint: 'Just as they stand there. Empty when it is silent about the event.',
    shape: 'line',
  },
  { name: 'who', label: 'Who, as it says', shape: 'line' },
  { name: 'extent', label: 'How much, as it says', shape: 'line' },
  { name: 'when', label: 'When, as it says', shape: 'line' },
  {
    name: 'sure',
    label: 'How sure it is',
    hint: 'In your own words: expected, taken as given, not mentioned.',
    shape: 'line',
  },
]

export const IMAGE_FIELDS: readonly FieldSpec[] = [
  { name: 'file', label: 'Image file', shape: 'image' },
  {
    name: 'alt',
    label: 'Alternative text',
    hint: 'What somebody who cannot see it has to know, and no more than it shows.',
    shape: 'text',
  },
  { name: 'caption', label: 'Caption', hint: 'Printed below it. It may be empty.', shape: 'line' },
  { name: 'source', label: 'Source', hint: 'Who made it, where and when.', shape: 'line' },
  {
    name: 'licence',
    label: 'Licence',
    hint: 'Under which it may be shown: CC0 1.0, own work.',
    shape: 'line',
  },
]
