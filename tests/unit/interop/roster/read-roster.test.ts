import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameField } from '@/lib/account/fields'
import { readRoster } from '@/lib/interop/roster/read-roster'

/** People as `Name <address>`, and faults as `line: reason`. */
const read = (text: string, chosen?: Parameters<typeof readRoster>[1]) => {
  const { rows, faults } = readRoster(text, chosen)
  return [
    ...rows.map(({ name, email }) => `${name} <${email}>`),
    ...faults.map(({ line, reason }) => `${line}: ${reason}`),
  ]
}
const VERA = 'Vera Toll <vera@example.org>'

describe('a roster', () => {
  it('is read with a head or without, whatever separates its cells and ends its lines', () => {
    const people = ['Amina Castell <amina@example.org>', 'Ben Arlott <ben@example.org>']
    for (const text of [
      'Amina Castell,Amina@Example.org\nBen Arlott,ben@example.org',
      '\ufeffname;email\r\nAmina Castell;amina@example.org\r\nBen Arlott;ben@example.org\r\n',
      'E-mail\tUnit\tName\namina@example.org\tEast\tAmina Castell\nben@example.org\tWest\tBen Arlott',
      '"Name","Email"\n"Amina Castell","amina@example.org"\n\n"Ben Arlott","ben@example.org"',
      'Name,E-mail\nAmina Castell,amina@example.org\r\n\rBen Arlott,ben@example.org',
      'Amina|Castell|amina@example.org\rBen|Arlott|ben@example.org',
      'Amina Castell，amina@example.org\nBen Arlott，ben@example.org',
      'Participants, autumn\n\n,,\nName,E-mail\nAmina Castell,amina@example.org\nBen Arlott,ben@example.org',
      'Amina Castell;amina＠example.org;\nBen Arlott;mailto:ben@example.org;',
      ';;\n;Name;;E-Mail;\n;Amina Castell;;amina@example.org.;\n;Ben Arlott;; <ben@example.org> ;',
      'Amina Castell <amina@example.org>\nBen Arlott <ben@example.org>',
      'Amina Castell <amina@example.org>; Arlott, Ben <ben@example.org>;',
      '"Castell, Amina" <amina@example.org>, Ben Arlott <ben@example.org>',
      'amina@example.org (Amina Castell)\nben@example.org (Ben Arlott)',
      'Name,Address,Mail\nAmina Castell,Hill 1,amina@example.org\nBen Arlott,Hill 2,ben@example.org',
      'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value\nAmina,Castell,Work,amina@example.org\nBen,Arlott,Work,ben@example.org',
      'First Name [Required],Last Name [Required],Email Address [Required]\nAmina,Castell,amina@example.org\nBen,Arlott,ben@example.org',
    ]) {
      expect(read(text), text).toEqual(people)
    }
  })

  it.each([
    'firstname,lastname,email\nVera,Toll,vera@example.org',
    'Vorname;Nachname;E-Mail\nVera;Toll;vera@example.org',
    'Name;Vorname;E-Mail-Adresse\nToll;Vera;vera@example.org',
    'Prénom;Nom;Courriel\nVera;Toll;vera@example.org',
    'Nombre,Apellidos,Correo electrónico\nVera,Toll,vera@example.org',
    'Nome;Cognome;Indirizzo e-mail\nVera;Toll;vera@example.org',
    'Imię;Nazwisko;Adres e-mail\nVera;Toll;vera@example.org',
    'Имя;Фамилия;Почта\nVera;Toll;vera@example.org',
    'Фамилия;Имя;Эл. почта\nToll;Vera;vera@example.org',
    "Ім'я;Прізвище;Електронна пошта\nVera;Toll;vera@example.org",
    'Аты;Тегі;Электрондық пошта\nVera;Toll;vera@example.org',
    'ФИО;E-mail\nVera Toll;vera@example.org',
    '姓名,邮箱\nVera Toll,vera@example.org',
    'Nombre;Correo\nVera Toll;vera@example.org',
    'EMAIL_ADDRESS\tGIVEN_NAME\tFAMILY_NAME\nvera@example.org\tVera\tToll',
    'Name,First name,Last name,E-mail\nToll V.,Vera,Toll,vera@example.org',
    'Vera,Toll,vera@example.org',
    '"Toll, Vera, Dr.";vera@example.org',
    'Toll, Vera;vera@example.org',
    'name,email\n"Toll, Vera, Prof. Dr. med.",vera@example.org',
    'name,email\n"Vera Toll, M.A.",vera@example.org',
    'vera@example.org;Toll, Vera',
  ])('names one person alike: %j', (text) => {
    expect(read(text)).toEqual([VERA])
  })

  it.each([
    ['Фамилия;Имя;Отчество;Почта\nИванов;Пётр;Сергеевич;p@example.org', 'Пётр Сергеевич Иванов'],
    ['姓,名,邮箱\n王,伟,p@example.org', '王伟'],
    ['name,email\n"King, Martin, Jr.",p@example.org', 'Martin King Jr.'],
    ['name,email\n"Toll, V.",p@example.org', 'V. Toll'],
    ['name,email\nRoy "Ace" Vale,p@example.org', 'Roy "Ace" Vale'],
    ["name,email\nSeán O'Dea,p@example.org", "Seán O'Dea"],
  ])('puts names together in their order: %j', (text, name) => {
    expect(read(text)).toEqual([`${name} <p@example.org>`])
  })

  it('is read as the reader chooses, where what was guessed is wrong', () => {
    const text = 'Toll,Vera,East,vera@example.org'
    expect(read(text)).toEqual(['Toll Vera <vera@example.org>'])
    expect(read(text, { columns: ['last', 'first', 'ignore', 'email'] })).toEqual([VERA])
    expect(read('Vera Toll; vera@example.org', { separator: ',' })).toHaveLength(1)
    const { reading, sample } = readRoster(`Unit;Nachname;Vorname\nx;Toll;Vera`)
    expect(reading).toEqual({ separator: ';', columns: ['ignore', 'last', 'first'] })
    expect(sample).toEqual({
      head: ['Unit', 'Nachname', 'Vorname'],
      rows: [{ line: 2, cells: ['x', 'Toll', 'Vera'] }],
    })
  })

  it('is read past the line with which Excel names the separator, and counts that line', () => {
    const text = '\ufeffsep=;\r\nName;Email\r\nAmina;amina@example.org\r\nNobody;\r\n'
    expect(readRoster(text)).toMatchObject({
      rows: [{ line: 3, name: 'Amina', email: 'amina@example.org' }],
      faults: [{ line: 4, reason: 'The e-mail address is missing.' }],
    })
  })

  it('names every wrong line with its number and the reason, and keeps the others', () => {
    const invalid = 'This is not a valid e-mail address. It needs the form name@place.'
    const text = [
      'name,email',
      'Amina,amina@example.org',
      'Nobody,',
      ',ben@example.org',
      'Chiara,chiara at example.org',
      'Amina again,AMINA@example.org.',
      '#N/A,eva@example.org',
      'Eva,#REF!',
      'Two,"a@example.org; b@example.org"',
      '\u200b\u200b,zero@example.org',
      'M\ufffdller,mueller@example.org',
      '\u202etxet,turned@example.org',
      'Dov,dov@example.org',
    ]
    expect(read(text.join('\n'))).toEqual([
      'Amina <amina@example.org>',
      'Dov <dov@example.org>',
      '3: The e-mail address is missing.',
      '4: The name is missing.',
      `5: ${invalid}`,
      '6: This address is already in line 2.',
      '7: A cell has an error of the spreadsheet: “#N/A”.',
      '8: A cell has an error of the spreadsheet: “#REF!”.',
      '9: This cell has several addresses. Keep one of them.',
      '10: The name is missing.',
      expect.stringContaining('11: The name contains “\ufffd”'),
      expect.stringContaining('12: The name contains an invisible character'),
    ])
  })

  it('says which lines have a quotation mark left open, and reads the others', () => {
    const text =
      'name,email\n"Amina,amina@example.org\nBen,ben@example.org\n"Eva","eva@example.org"'
    expect(read(text)).toEqual([
      'Ben <ben@example.org>',
      'Eva <eva@example.org>',
      '2: A quotation mark in this line is not closed.',
    ])
  })

  it('takes 5,000 people, and refuses more lines and text beyond measure', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => `Слушатель ${i},p${i}@example.org`).join('\n')
    expect(readRoster(many(5000))).toMatchObject({ rows: { length: 5000 }, faults: [] })
    expect(readRoster(many(5001))).toMatchObject({ rows: [], faults: [{ line: 1 }] })
    expect(readRoster('x'.repeat(1_000_001)).rows).toEqual([])
    expect(readRoster('')).toMatchObject({ rows: [], faults: [] })
  })

  it('never fails, and gives every line with text to a person or to a fault, whatever it holds', () => {
    const piece = fc.constantFrom(
      ...'ab@,;\t|"\n\r<>#.\' ＠،',
      'a@b.org',
      'name',
      'E-Mail',
      '\u202e',
    )
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 60 }), (text) => {
        const { rows, faults } = readRoster(text)
        for (const { name, email } of rows) expect(nameField.parse(name) && email).toContain('@')
        for (const { line } of faults)
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length)
      }),
      { examples: [['\n\r\na']] },
    )
  })

  it('reads back what was written, whatever stands in the names', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((text) => nameField.safeParse(text).data === text && !/^#|[,<>@]/.test(text))
    const people = fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 1e6 })), {
      selector: ([, number]) => number,
      maxLength: 30,
    })
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(people, fc.constantFrom(',', ';', '\t', '|'), (given, mark) => {
        const lines = given.map(([who, number]) => [cell(who), `p${number}@example.org`].join(mark))
        expect(read(['name', 'email'].join(mark).concat('\n', lines.join('\n')))).toEqual(
          given.map(([who, number]) => `${who} <p${number}@example.org>`),
        )
      }),
    )
  })
})
