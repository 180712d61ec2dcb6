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
  ])('%s is not %s', (answer, text) => {
    expect(typed(answer, text)).toMatchObject({ outcome: 'wrong', proposed: 1, score: 0 })
  })
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
