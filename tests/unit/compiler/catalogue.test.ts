import { describe, expect, test } from 'vitest'
import { exportCourse } from '@/lib/compiler/export'
import { compiled, edit, fixtureFiles } from '../../support/course-fixture'

const fixture = async () => compiled(await fixtureFiles())
const FOUNDING = 'lessons/growth/founding-years.md'

describe('the catalogue', () => {
  test('a lesson is cut at its pictures and prompts', async () => {
    const [lesson] = (await fixture()).lessons
    expect(lesson?.blocks.map(({ kind }) => kind)).toEqual([
      'html',
      'recall',
      'map',
      'html',
      'recall',
      'html',
      'recall',
      'html',
      'recall',
      'html',
    ])
    expect(lesson?.facts).toEqual(['tid-founded', 'tid-guest', 'tid-motive', 'tid-ships'])
    expect(lesson?.recalls[0]).toBe('founding-month')
  })

  test('a taught fact is marked and followed by a link to what it cites', async () => {
    const [block] = (await fixture()).lessons[0]?.blocks ?? []
    expect(block?.kind === 'html' && block.html).toBe(
      [
        '<h2>Three founders</h2>\n<p>The report is plain: ',
        '<span class="fact" data-fact="tid-founded">Arvenia, Borland and Cadmoria ',
        '<strong>founded</strong> it in March 1980</span>\u00a0',
        '<a href="/sources/tide-report#p2" title="The tide report, 1990, paragraph 2" class="cite" ',
        'aria-label="tid ¶2: The tide report, 1990, paragraph 2">tid ¶2</a>.</p>',
      ].join(''),
    )
  })

  test('a fact with two citations has two links, and a fact in a table keeps the table', async () => {
    const { lessons } = await fixture()
    const html = lessons.flatMap(({ blocks }) =>
      blocks.map((b) => (b.kind === 'html' ? b.html : '')),
    )
    const plan = html.find((one) => one.includes('data-fact="qua-plan"')) ?? ''
    expect(plan.match(/href="[^"]*"/g)).toEqual([
      'href="/sources/quay-letter#p3"',
      'href="/sources/tide-report#p6"',
    ])
    const table = html.find((one) => one.includes('<table tabindex="0">')) ?? ''
    expect(table).toMatch(
      /<td align="right"><span class="fact" data-fact="tid-ships">4,500<\/span>/,
    )
  })

  test('what Markdown could smuggle in does not reach the page', async () => {
    const files = edit(
      await fixtureFiles(),
      FOUNDING,
      'without a vote',
      'without `<script>` **a** vote',
    )
    const html = JSON.stringify(compiled(files).lessons[0]?.blocks)
    expect(html).toContain('&#x3C;script>')
    expect(html).not.toContain('<script')
  })

  test('the text of a lesson is plain and complete, its pictures in words', async () => {
    const [lesson] = (await fixture()).lessons
    expect(lesson?.text).toBe(
      [
        'Three founders',
        'The report is plain: Arvenia, Borland and Cadmoria founded it in March 1980.',
        'Map: The League in 1985\nHarbour League, 1985.\nMembers: Arvenia, Borland, Cadmoria.\nObservers: Dunmere.',
        'Dunmere watched from 1984, without a vote.',
        '- Tolls had doubled, so merchants pressed for it.\n- By June 1990 the fleet was large.',
        'Year | Ships\n1990 | 4,500',
        'What remains uncertain',
        'Whether the fleet was counted twice.',
      ].join('\n\n'),
    )
  })

  test('questions come by lesson, woven ones first', async () => {
    expect((await fixture()).questions.map(({ id }) => id)).toEqual([
      'founding-month',
      'guest-state',
      'founding-motive',
      'fleet-size',
      'founders',
      'exit-cloze',
      'exit-members',
      'ships-match',
      'plan-status',
      'league-order',
    ])
  })

  test('siblings share a fact or are marked, both ways', async () => {
    const { questions } = await fixture()
    const siblings = new Map(questions.map(({ id, siblings }) => [String(id), siblings]))
    expect(siblings.get('founders')).toEqual([
      'exit-members',
      'founding-month',
      'guest-state',
      'league-order',
    ])
    expect(siblings.get('exit-members')).toEqual(['exit-cloze', 'founders', 'league-order'])
    expect(siblings.get('plan-status')).toEqual([])
  })

  test('a contradiction goes both ways', async () => {
    const { facts } = await fixture()
    expect(facts.find(({ id }) => id === 'qua-ships')?.contradicts).toEqual(['tid-ships'])
  })

  test('a question has the topic of its file and the date of its first fact unless it says otherwise', async () => {
    const { questions } = await fixture()
    const [month, , motive] = questions
    expect([month?.topic, month?.asOf, month?.module]).toEqual(['leagues', '1980-03', 'growth'])
    expect(motive?.topic).toBe('trade')
    expect(questions.find(({ id }) => id === 'exit-members')?.asOf).toBe('1992-12')
  })

  test('a cloze shows its gap', async () => {
    const cloze = (await fixture()).questions.find(({ kind }) => kind === 'cloze')
    expect(cloze?.prompt).toBe('Cadmoria left the League in ____, after twelve years.')
    expect(cloze?.kind === 'cloze' && cloze.answer).toBe('May 1992')
  })

  test('the hash changes with any word', async () => {
    const files = edit(await fixtureFiles(), FOUNDING, 'without a vote', 'without a voice')
    expect(compiled(files).hash).not.toBe((await fixture()).hash)
    expect((await fixture()).hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the export', () => {
  test('has the fixed names and plain, complete answers', async () => {
    const exported = exportCourse(await fixture())
    expect(Object.keys(exported)).toEqual([
      'course',
      'sources',
      'entities',
      'facts',
      'lessons',
      'questions',
    ])
    expect(Object.keys(exported.lessons[0] ?? {})).toEqual([
      'id',
      'module',
      'title',
      'text',
      'facts',
      'questions',
    ])
    expect(exported.questions.find(({ id }) => id === 'exit-members')).toEqual({
      id: 'exit-members',
      kind: 'map',
      topic: 'leagues',
      depth: 'core',
      asks: 'fact',
      prompt: 'Which states were full members at the end of 1992?',
      answerText: 'Arvenia, Borland',
      options: ['Arvenia', 'Borland', 'Cadmoria', 'Dunmere', 'Elsund'],
      explanation: 'Cadmoria had left.',
      facts: ['qua-exit'],
      cites: ['quay-letter#1'],
    })
    const answers = exported.questions.map(({ kind, answerText }) => `${kind}: ${answerText}`)
    expect(answers).toEqual([
      'text: March 1980',
      'choice: Dunmere',
      'flash: Tolls had doubled',
      'number: 4500 ships',
      'multi: Arvenia; Borland; Cadmoria',
      'cloze: May 1992',
      'map: Arvenia, Borland',
      'match: The report: 4500 ships; The letter: 3900 ships; The toll book: no ships',
      'flash: Only planned',
      'order: earliest first: The founding; The coming of a guest; The exit of Cadmoria',
    ])
  })
})
