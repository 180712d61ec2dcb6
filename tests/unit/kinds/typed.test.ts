import { describe, expect, it } from 'vitest'
import { sameText } from '@/lib/grading/normalise'
import { grade } from '@/lib/kinds/grade'
import { question } from './build'

function typed(answer: string, text: string, parts: { accept?: string[]; near?: string[] } = {}) {
  const near = (parts.near ?? []).map((each) => ({ text: each, note: `Not ${each}.` }))
  const asked = question('text', { answer, accept: parts.accept ?? [], near })
  return grade(asked, { kind: 'text', text })
}

describe('every reasonable form is right', () => {
  it.each([
    ['Shanghai Cooperation Organisation', 'the shanghai co-operation organization'],
    ['Shanghai Cooperation Organisation', 'Shanghai  Co operation Organisation.'],
    ['defence ministry', 'Defense Ministry'],
    ['Uighur', 'Uyghur'],
    ['Uighur separatists', 'uygur separatists'],
    ['1,500 troops', '1500 troops'],
    ['1500', '1 500'],
    ['Atasu-Alashankou', 'atasu – alashankou'],
    ['Atasu-Alashankou', 'AtasuAlashankou'],
    ['“Peace Mission”', "'peace mission'"],
    ['Öcalan', 'Ocalan'],
    ['colour revolutions', 'color revolutions'],
    ['modernise', 'modernize'],
    ['programme', 'program'],
    ['Kyrgyzstan', 'Kirgizstan'],
    ['Russia', 'the Russian Federation'],
    ['the United States', 'U.S.'],
    ['six states', '6 states'],
    ['third', '3rd'],
    ['China & Russia', 'China and Russia'],
    ['Jane’s', "Jane's"],
    ['June 2006', 'Jun 2006'],
    ['June 2006', '2006-06'],
    ['June 2006', '06/2006'],
    ['June 2006', 'in June, 2006'],
    ['17 June 2007', 'June 17th, 2007'],
    ['17 June 2007', '2007-06-17'],
    ['Collective Security Council (CSC)', 'collective security council'],
    ['Jane’s', 'Janeʼs'],
    ['Jane’s', 'Jane′s'],
    ['Jane’s', 'Jane`s'],
    ['Jane’s', 'Jane´s'],
    ['Jane’s', 'Jane＇s'],
    ['Jane’s', 'Janeʹs'],
    ['Quran', 'Qurʾan'],
    ['Atasu-Alashankou', 'Atasu‐Alashankou'],
    ['Atasu-Alashankou', 'Atasu‑Alashankou'],
    ['Atasu-Alashankou', 'Atasu−Alashankou'],
    ['Atasu-Alashankou', 'Atasu\u00adAlashankou'],
    ['Peace Mission 2007', 'Ｐｅａｃｅ　Ｍｉｓｓｉｏｎ　２００７'],
    ['Peace Mission 2007', 'Peace\u00a0Mission ٢٠٠٧'],
    ['Peace Mission 2007', '\u202aPeace\u200b Mission\u202c २००७'],
    ['official figures', 'oﬃcial ﬁgures'],
    ['CSTO', 'C.S.T.O.'],
    ['CSTO', '«CSTO».'],
    ['CSTO', '„CSTO“'],
    ['Łódź', 'Lodz'],
    ['Strauß', 'strauss'],
    ['four states', '4 states'],
    ['25 per cent', 'twenty-five percent'],
    ['200,000 people', 'two hundred thousand people'],
    ['twenty-first', '21st'],
    ['2½ years', '2 1/2 years'],
    ['2005', 'in 2005'],
    ['2005', 'the year 2005'],
    ['2005', '’05'],
    ['2008-09', '2008–2009'],
    ['2008-09', '2008/9'],
    ['2008-09', 'from 2008 to 2009'],
    ['5 to 7 states', '5-7 states'],
    ['5 June 2006', '5. June 2006'],
    ['5 June 2006', '5 June, 2006'],
    ['5 June 2006', 'June 5th 2006'],
    ['5 June 2006', 'June the fifth, 2006'],
    ['5 June 2006', 'the 5th of June 2006'],
    ['5 June 2006', '5.6.2006'],
    ['5 June 2006', '05/06/2006'],
    ['5 June 2006', '2006-06-05'],
    ['5 June 2006', '2006. 06. 05.'],
    ['5 June 2006', '5-Jun-06'],
    ['5 June 2006', '05.06.06'],
    ['5 June 2006', '5.VI.2006'],
    ['5 June 2006', '5 VI 2006'],
    ['5 June 2006', 'Monday, 5 June 2006'],
    ['5 June 2006', '“5 June 2006”.'],
    ['5 June 2006', '٥/٦/٢٠٠٦'],
    ['15 June 2006', '06/15/2006'],
    ['June 2006', 'June ’06'],
    ['June 2006', 'June of 2006'],
    ['June 2006', 'VI.2006'],
    ['April 1949', 'Apr. ’49'],
    ['27 September', 'Sept. 27th'],
    ['27 September', 'the 27. of September'],
    ['21 September', 'twenty-first of September'],
  ])('%s = %s', (answer, text) => {
    expect(typed(answer, text)).toMatchObject({ outcome: 'right', proposed: 3, score: 1 })
  })

  it('a listed variant is as good as the answer', () => {
    expect(typed('Uzbekistan', 'Tashkent', { accept: ['Tashkent'] })).toMatchObject({
      outcome: 'right',
      proposed: 3,
    })
  })
})

describe('a slip of the pen is right but proposes Hard', () => {
  it.each([
    ['Kazakhstan', 'Kazahkstan'],
    ['Uzbekistan', 'Usbekistan'],
    ['Shanghai Cooperation Organisation', 'Shangai Cooperation Organisation'],
    ['Andijan', 'Andijann'],
    ['Russian troops', 'Russian troop'],
    ['September 2006', 'Septemer 2006'],
    ['15 February 2006', 'Febuary 15th, 2006'],
  ])('%s ~ %s', (answer, text) => {
    const verdict = typed(answer, text)
    expect(verdict).toMatchObject({ outcome: 'right', proposed: 2 })
    expect(verdict).toHaveProperty('note', expect.stringContaining(answer))
  })
})

describe('another answer is wrong, however close it looks', () => {
  it.each([
    ['Iran', 'Iraq'],
    ['Slovenia', 'Slovakia'],
    ['eastern Kazakhstan', 'western Kazakhstan'],
    ['unstable', 'stable'],
    ['regular forces', 'irregular forces'],
    ['irregular forces', 'regular forces'],
    ['undemocratic rule', 'democratic rule'],
    ['June 2006', 'June 2007'],
    ['June 2006', 'July 2006'],
    ['June 2006', '2006'],
    ['1500', '1600'],
    ['1.3 billion', '13 billion'],
    ['10-15', '1015'],
    ['Shanghai Cooperation Organisation', 'Shanghai Five'],
    ['Kazakhstan', 'Uzbekistan'],
    ['6 May 2006', '5 June 2006'],
    ['6 May 2006', '05/06/2006'],
    ['30 June 2006', '31 June 2006'],
    ['June 2006', '31 June 2006'],
    ['28 February 2006', '29 February 2006'],
    ['June 2006', 'June 06'],
    ['June 2006', 'Junuary 2006'],
    ['June 2006', 'июнь 2006'],
    ['5 June 2006', '5 июня 2006'],
    ['2008-09', 'September 2008'],
    ['2008-09', '2008'],
    ['2004', 'June 2004'],
    ['four', 'for'],
    ['25', 'twenty'],
    ['2½ years', '21/2 years'],
    ['CSTO', 'ОДКБ'],
    ['NATO', 'НАТО'],
    ['Kant', 'КАНТ'],
    ['Manas', 'МАНАС'],
    ['CSTO', 'ЅCO'],
    ['Article V', 'Article IV'],
  ])('%s is not %s', (answer, text) => {
    expect(typed(answer, text)).toMatchObject({ outcome: 'wrong', proposed: 1, score: 0 })
  })
})

describe('letters that look like others', () => {
  it.each([
    ['CSTO', 'СSTO', 'Cyrillic'],
    ['CSTO', 'СЅТО', 'Cyrillic'],
    ['CSTO', 'сsto', 'Cyrillic'],
    ['Moscow', 'Мoscow', 'Cyrillic'],
    ['Tashkent', 'Τashkent', 'Greek'],
    ['May 2006', 'Мау 2006', 'Cyrillic'],
    ['5 December 2006', '5.ХІІ.2006', 'Cyrillic'],
    ['дедовщина', 'дeдoвщинa', 'Latin'],
  ])('are right in a word of %s, with a word about them: %s', (answer, text, script) => {
    expect(typed(answer, text)).toMatchObject({
      outcome: 'right',
      proposed: 3,
      note: expect.stringContaining(script),
    })
  })

  it('are nothing to be told where the answer is written in them', () => {
    expect(typed('СССР', 'СССР')).toMatchObject({ outcome: 'right', note: 'Right.' })
    expect(typed('дедовщина', 'дедовщина')).toMatchObject({ outcome: 'right', note: 'Right.' })
  })

  it('do not hide a slip of the pen, except in a word that is wholly of them', () => {
    expect(typed('Uzbekistan', 'Uzbekhistаn')).toMatchObject({ outcome: 'right', proposed: 2 })
    // Karta, a Russian word, is no slip of the pen for Kapta.
    expect(typed('KAPTO', 'КАРТА')).toMatchObject({ outcome: 'wrong' })
    expect(typed('KAPTO', 'KAPTA')).toMatchObject({ outcome: 'right', proposed: 2 })
  })

  it('leave a near-miss what it is', () => {
    const near = { near: ['SCO'] }
    expect(typed('CSTO', 'ЅСО', near)).toMatchObject({ outcome: 'wrong', note: 'Not SCO.' })
  })
})

it('a day in the month that was asked for is right, and said not to be checked', () => {
  expect(typed('June 2006', '17 June 2006')).toMatchObject({
    outcome: 'right',
    note: expect.stringContaining('not checked'),
  })
  expect(typed('June 2006', '17 June 2006', { near: ['17.6.2006'] }).outcome).toBe('wrong')
})

it('`2005-07` is a month where the question asks for one, and two years where it does not', () => {
  expect(typed('July 2005', '2005-07').outcome).toBe('right')
  expect(typed('2005-2007', '2005-07').outcome).toBe('right')
  expect(typed('2005-2007', 'July 2005').outcome).toBe('wrong')
  expect(typed('May 2004', '2004-05', { accept: ['2004-05'] }).outcome).toBe('right')
})

describe('near-misses of the question', () => {
  it('are wrong with their own note, misspelt or not', () => {
    const near = { near: ['Collective Security Treaty'] }
    for (const text of ['collective security treaty', 'Colective Security Treaty']) {
      expect(typed('CSTO', text, near)).toMatchObject({
        outcome: 'wrong',
        note: 'Not Collective Security Treaty.',
      })
    }
  })

  it('win over a slip of the pen when they are closer', () => {
    const verdict = typed('Kurmangazy', 'Kurmangasi', { near: ['Kurmangasi'] })
    expect(verdict).toMatchObject({ outcome: 'wrong' })
    expect(typed('Kurmangazy', 'Kurmangazi', { near: ['Karachaganak'] })).toMatchObject({
      outcome: 'right',
      proposed: 2,
    })
  })
})

it('nothing typed is not yet an answer', () => {
  for (const text of ['', '   ', '...', '“”']) {
    expect(typed('Russia', text)).toMatchObject({ outcome: 'incomplete' })
  }
})

it('sameText ignores spelling and keeps meaning', () => {
  expect(sameText('Organisation', 'organization')).toBe(true)
  expect(sameText('join', 'joins')).toBe(false)
})
