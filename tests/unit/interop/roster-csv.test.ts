import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameField } from '@/lib/account/fields'
import { readRoster } from '@/lib/interop/roster-csv'

describe('a roster', () => {
  it('is read with a head or without, whatever parts its cells and ends its lines', () => {
    const people = [
      { line: 1, name: 'Amina Castell', email: 'amina@example.org' },
      { line: 2, name: 'Ben Arlott', email: 'ben@example.org' },
    ]
    const plain = 'Amina Castell,Amina@Example.org\nBen Arlott,ben@example.org'
    expect(readRoster(plain)).toEqual({ rows: people, faults: [] })
    for (const text of [
      '\ufeffname;email\r\nAmina Castell;amina@example.org\r\nBen Arlott;ben@example.org\r\n',
      'E-mail\tUnit\tName\namina@example.org\tEast\tAmina Castell\nben@example.org\tWest\tBen Arlott',
      '"Name","Email"\n"Amina Castell","amina@example.org"\n\n"Ben Arlott","ben@example.org"',
    ]) {
      expect(readRoster(text).rows.map(({ name, email }) => ({ name, email }))).toEqual(
        people.map(({ name, email }) => ({ name, email })),
      )
    }
  })

  it('is read past the line with which Excel names the separator, and counts that line', () => {
    const text = '\ufeffsep=;\r\nName;Email\r\nAmina;amina@example.org\r\nNobody;\r\n'
    expect(readRoster(text)).toMatchObject({
      rows: [{ line: 3, name: 'Amina', email: 'amina@example.org' }],
      faults: [{ line: 4, reason: 'The e-mail address is missing.' }],
    })
  })

  it('names every wrong line with its number and the reason, and keeps the others', () => {
    const { rows, faults } = readRoster(
      [
        'name,email',
        'Amina,amina@example.org',
        'Nobody,',
        ',ben@example.org',
        'Chiara,chiara at example.org',
        'Amina again,AMINA@example.org',
        'Dov,dov@example.org',
      ].join('\n'),
    )
    expect(rows.map(({ name, line }) => [name, line])).toEqual([
      ['Amina', 2],
      ['Dov', 7],
    ])
    expect(faults).toEqual([
      { line: 3, text: 'Nobody, ', reason: 'The e-mail address is missing.' },
      { line: 4, text: ', ben@example.org', reason: 'The name is missing.' },
      expect.objectContaining({
        line: 5,
        reason: 'This is not a valid e-mail address. It needs the form name@place.',
      }),
      expect.objectContaining({ line: 6, reason: 'This address is already in line 2.' }),
    ])
  })

  it('says where a quotation mark is left open, and invites nobody then', () => {
    const { rows, faults } = readRoster('name,email\n"Amina,amina@example.org\nBen,ben@example.org')
    expect(rows).toEqual([])
    expect(faults).toHaveLength(1)
    expect(faults[0]?.reason).toContain('quotation mark')
  })

  it('refuses more lines than fit, and text beyond measure', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `P,p${i}@example.org`).join('\n')
    expect(readRoster(many)).toMatchObject({ rows: [], faults: [{ line: 1 }] })
    expect(readRoster('x'.repeat(300_001)).rows).toEqual([])
    expect(readRoster('')).toEqual({ rows: [], faults: [] })
  })

  it('reads back what was written, whatever stands in the names', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((text) => nameField.safeParse(text).data === text)
    const people = fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 1e6 })), {
      selector: ([, number]) => number,
      maxLength: 30,
    })
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(people, fc.constantFrom(',', ';', '\t'), (given, mark) => {
        const lines = given.map(([who, number]) => [cell(who), `p${number}@example.org`].join(mark))
        const { rows, faults } = readRoster(
          ['name', 'email'].join(mark).concat('\n', lines.join('\n')),
        )
        expect(faults).toEqual([])
        expect(rows.map((row) => [row.name, row.email])).toEqual(
          given.map(([who, number]) => [who, `p${number}@example.org`]),
        )
      }),
    )
  })
})
