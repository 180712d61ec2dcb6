import { describe, expect, test } from 'vitest'
import { NOTHING } from '../../bench/load/tally'
import { FAMILIES, needsFloors, parseOptions } from '../../bench/options'
import { figureTable, refusalTable, rowTable } from '../../bench/results/table'

const optionsOf = (...args: readonly string[]) => {
  const parsed = parseOptions(args)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.options
}

describe('npm run bench', () => {
  test('runs every row without arguments, among twenty million events of others', () => {
    expect(optionsOf()).toEqual({
      quick: false,
      families: FAMILIES,
      node: null,
      othersMillion: 20,
      memoryMinutes: 10,
    })
  })

  test('leaves out with --quick what takes minutes, unless it is named', () => {
    const quick = optionsOf('--quick')
    expect(quick.families).not.toContain('memory')
    expect(quick.families).toContain('grade')
    expect(quick.othersMillion).toBe(0)
    expect(optionsOf('--quick', '--only', 'memory').families).toEqual(['memory'])
  })

  test('measures floors for rows that are compared with them, and for no others', () => {
    expect(needsFloors(['start', 'grade'])).toBe(true)
    expect(needsFloors(['start', 'memory'])).toBe(false)
  })

  test('takes the rows to run, the Node that runs them and the size of what surrounds them', () => {
    const args = [
      '--only',
      'grade,session',
      '--node',
      '/opt/node',
      '--others',
      '2',
      '--minutes',
      '1',
    ]
    expect(optionsOf(...args)).toEqual({
      quick: false,
      families: ['grade', 'session'],
      node: '/opt/node',
      othersMillion: 2,
      memoryMinutes: 1,
    })
  })

  test.each([
    [['--fast'], 'does not know --fast'],
    [['--only'], '--only needs a value'],
    [['--only', 'grade,tea'], 'no rows named tea'],
    [['--others', 'many'], 'need a number'],
  ])('refuses %j and says what it takes', (args, message) => {
    const parsed = parseOptions(args)
    expect(parsed.ok ? '' : parsed.message).toContain(message)
    expect(parsed.ok ? '' : parsed.message).toContain('Nothing was measured.')
  })
})

describe('the table', () => {
  const row = {
    what: 'a grade',
    clients: 8,
    n: 100,
    p50Ms: 4.25,
    p95Ms: 9.5,
    p99Ms: 12,
    perSecond: 351.4,
    cost: { appMs: 2.5, postgresMs: null, statements: 2 },
    tally: { ...NOTHING, accepted: 98, refused: { malformed: 1 }, lost: { ECONNRESET: 2 } },
    floor: ['route'],
    ratio: 2.456,
  } as const

  test('has one line for each row, and a dash for what was not measured', () => {
    const [head, line] = rowTable([row]).split('\n')
    expect(line?.split(/\s+/)).toEqual([
      'a',
      'grade',
      '8',
      '100',
      '4.3',
      '9.5',
      '12.0',
      '351',
      '2.5',
      '–',
      '2.0',
      '2.46',
    ])
    expect(line?.length).toBe(head?.length)
  })

  test('says what was refused and what was lost, and nothing where all was accepted', () => {
    expect(refusalTable([row])).toBe('a grade, 8 clients: 1 refused: malformed; 2 lost: ECONNRESET')
    expect(refusalTable([{ ...row, tally: NOTHING }])).toBe('')
  })

  test('says a figure with its unit, and its note if it has one', () => {
    const lines = figureTable([
      { what: 'Today', value: 95, unit: 'of 100', note: 'median of 3' },
      { what: 'Lesson', value: null, unit: 'of 100' },
    ]).split('\n')
    expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual([
      'Today 95 of 100 (median of 3)',
      'Lesson – of 100',
    ])
  })
})
