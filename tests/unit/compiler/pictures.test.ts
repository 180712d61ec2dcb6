import { describe, expect, test } from 'vitest'
import type { InputFile } from '@/lib/compiler/draft'
import { verifyFiles } from '@/lib/compiler/verify/verify-files'
import { compiled, edit, faultsIn, fixtureFiles, lineOf } from '../../support/course-fixture'

const LEAN = 'lessons/rivals/lean-years.md'

const PICTURES = `places:
  - { id: quay, name: Quay, at: [10, 20] }
exercises:
  - id: first
    name: First
    when: March 1980
    date: '1980-03'
    frame: league
    participants: { states: [bo] }
    places: [quay]
    size: { from: 4500, fact: tid-ships }
    facts: [tid-founded]
sites:
  - id: light
    name: Light
    what: base
    places: [quay]
    steps:
      - { date: '1999', status: in-use, note: to be lit, fact: qua-plan }
aims:
  - { id: cheap, name: Cheap tolls, words: [tolls] }
wants:
  - { who: league, aim: cheap, fact: tid-motive, cites: ['tide-report#5'] }
events:
  - { id: exit, name: The exit }
readings:
  - { event: exit, fact: qua-exit, cite: 'quay-letter#1', words: Cadmoria left, who: Cadmoria, sure: reported }
`

const withPictures = async (text = PICTURES): Promise<readonly InputFile[]> => [
  ...(await fixtureFiles()),
  { path: 'pictures.yaml', text },
]

/** [what is broken, text replaced, by what, text at the faulty line, words of the message] */
const broken: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'an unknown place',
    'places: [quay]\n    size',
    'places: [pier]\n    size',
    '[pier]',
    /no place `pier`/,
  ],
  [
    'an unknown fact',
    'facts: [tid-founded]',
    'facts: [tid-fonded]',
    'tid-fonded',
    /did you mean `tid-founded`/,
  ],
  [
    'a state in whose name an exercise is held',
    'frame: league',
    'frame: bo',
    'frame: bo',
    /organisation is wanted/,
  ],
  [
    'a date that the fact does not have',
    "date: '1999'",
    "date: '1998'",
    "'1998'",
    /does not have the date 1998; it has 1999/,
  ],
  [
    'a paragraph that the fact does not cite',
    "cites: ['tide-report#5']",
    "cites: ['tide-report#4']",
    "['tide-report#4']",
    /does not cite tide-report#4/,
  ],
  ['an unknown aim', 'aim: cheap', 'aim: dear', 'aim: dear', /no aim `dear`/],
  [
    'an id that is there twice',
    'aims:',
    'aims:\n  - { id: cheap, name: Again, words: [tolls] }',
    'name: Cheap tolls',
    /aims has `cheap` twice/,
  ],
  [
    'a total that is not the sum',
    'size: { from: 4500,',
    'size: { from: 4500, sum: [4000, 400],',
    'sum: [4000',
    /not the sum/,
  ],
]

describe('pictures.yaml', () => {
  test('a course without it compiles to a catalogue without it', async () => {
    expect(compiled(await fixtureFiles())).not.toHaveProperty('pictures')
  })

  test('what it says is in the catalogue', async () => {
    const { pictures } = compiled(await withPictures())
    expect(pictures?.exercises.map(({ id }) => id)).toEqual(['first'])
    expect(pictures?.wants[0]?.cites).toEqual([{ source: 'tide-report', paragraph: 5 }])
  })

  test.each(broken)('%s is refused at its line', async (_, old, now, at, message) => {
    const files = edit(await withPictures(), 'pictures.yaml', old, now)
    const faults = faultsIn(files)
    expect(faults.map(({ message: said }) => said)).toEqual([expect.stringMatching(message)])
    expect(faults[0]).toMatchObject({
      file: 'pictures.yaml',
      line: lineOf(files, 'pictures.yaml', at),
    })
  })

  test('a picture that has nothing to draw is refused in its lesson', async () => {
    const line = '::timeline{organisations="league" from=1980 to=1995 caption="Who belonged when"}'
    const drawn = (directive: string, files: readonly InputFile[]) =>
      faultsIn(edit(files, LEAN, line, `${line}\n\n${directive}`)).map(({ message }) => message)
    const none = await fixtureFiles()
    expect(drawn('::exercises{as=line caption="All"}', none)).toEqual([
      '`::exercises` has nothing to draw: pictures.yaml has no exercises',
    ])
    expect(drawn('::wants{who=bo caption="All"}', await withPictures())).toEqual([
      '`::wants` has nothing to draw: pictures.yaml has no wants of `bo`',
    ])
    expect(drawn('::readings{of=exit caption="All"}', await withPictures())).toEqual([])
  })

  test('a lesson says in words what its pictures show', async () => {
    const line = '::timeline{organisations="league" from=1980 to=1995 caption="Who belonged when"}'
    const { lessons } = compiled(
      edit(
        await withPictures(),
        LEAN,
        line,
        `${line}\n\n::exercises{as=map caption="All of them"}`,
      ),
    )
    expect(lessons.map(({ text }) => text).join('\n')).toContain(
      'Exercises: All of them\nMarch 1980: First; Harbour League; Borland; 4,500 people; Quay',
    )
  })
})

describe('verifying what is drawn', () => {
  const paragraph = (n: number, text: string) => ({
    n,
    section: n === 1 ? '(masthead)' : '(body)',
    text,
  })
  const documents = (founding: string) => [
    {
      id: 'tide-report',
      paragraphs: [
        { n: 1, section: '(masthead)', text: 'June' },
        paragraph(2, founding),
        paragraph(3, 'Dunmere, an observer, came.'),
        paragraph(4, 'A fleet of 4500 ships.'),
        paragraph(5, 'Tolls vexed the merchants.'),
        paragraph(6, 'No lighthouse yet on the quay.'),
      ],
    },
    {
      id: 'quay-letter',
      paragraphs: [
        { n: 1, section: '(body)', text: 'In May 1992 Cadmoria left.' },
        paragraph(2, '3,900 ships'),
        paragraph(3, 'In 1999, perhaps.'),
        paragraph(4, '-'),
      ],
    },
  ]
  const whole = 'In March 1980 Borland signed for the Harbour League on the Quay.'

  test('names, times, figures and words that stand in the cited paragraphs give no finding', async () => {
    expect(verifyFiles(await withPictures(), documents(whole)).faults).toEqual([])
  })

  test('a place that the paragraphs do not name is found at its line', async () => {
    const files = await withPictures()
    const text = 'In March 1980 Borland signed for the Harbour League.'
    expect(verifyFiles(files, documents(text)).faults).toMatchObject([
      {
        file: 'pictures.yaml',
        line: lineOf(files, 'pictures.yaml', 'places: [quay]\n    size'),
        rule: 'picture',
        message: '"Quay" is drawn, but does not occur in tide-report#2',
      },
    ])
  })

  test.each([
    ['a figure', 'from: 4500', 'from: 4600', '"4,600"'],
    ['a time', 'when: March 1980', 'when: April 1980', '"April 1980"'],
    ['the words of a document', 'words: Cadmoria left', 'words: Cadmoria fled', '"Cadmoria fled"'],
    ['an aim', 'words: [tolls] }', 'words: [taxes] }', '"taxes"'],
  ])('%s that stands nowhere is found', async (_, old, now, said) => {
    const files = edit(await withPictures(), 'pictures.yaml', old, now)
    const { faults } = verifyFiles(files, documents(whole))
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining(said)])
  })
})
