import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailField, nameField, passwordField } from '@/lib/account/fields'

const messageOf = (field: typeof nameField, typed: unknown) =>
  field.safeParse(typed).error?.issues[0]?.message ?? null

describe('a name', () => {
  test.each([
    ['nothing', '', 'Enter a name.'],
    ['spaces', '  \n', 'Enter a name.'],
    ['three zero-width spaces', '\u200b\u200b\u200b', 'A name needs something that can be seen'],
    ['accents alone', '\u0301\u0301', 'A name needs something that can be seen'],
    ['text turned round', '\u202etxet', 'turns the text after it round'],
    ['a letter that was lost', 'M\ufffdller', 'a letter that could not be read'],
    ['half of a character', 'Vera \ud83d', 'a letter that could not be read'],
    ['a letter of a private font', 'Vera \ue000', 'that other people cannot read'],
    ['a heap of accents', `Vera${'\u0300'.repeat(20)}`, 'too many marks'],
    ['121 characters', 'a'.repeat(121), 'at most 120 characters'],
  ])('of %s is refused', (_, typed, message) => {
    expect(messageOf(nameField, typed)).toContain(message)
  })

  test.each([
    ['Vera  Toll\r\n', 'Vera Toll'],
    ['Zoe\u0308', 'Zoë'],
    ['\u200eVera\u200e', 'Vera'],
    ['😀', '😀'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['Nguyễn Thị Minh Khai', 'Nguyễn Thị Minh Khai'],
    ['Group 7', 'Group 7'],
    ['😀'.repeat(120), '😀'.repeat(120)],
  ])('typed as %j is %j', (typed, name) => {
    expect(nameField.parse(typed)).toBe(name)
  })

  test('that was taken is taken again as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { data } = nameField.safeParse(typed)
        fc.pre(data !== undefined)
        expect(nameField.parse(data)).toBe(data)
      }),
    )
  })
})

describe('an address', () => {
  test('is asked for where none was sent', () => {
    expect(messageOf(emailField, undefined)).toBe('Enter an e-mail address.')
    expect(messageOf(emailField, ' ')).toBe('Enter an e-mail address.')
  })
})

describe('a password', () => {
  test('is counted in characters as people see them', () => {
    expect(passwordField.safeParse('😀'.repeat(9)).success).toBe(false)
    expect(passwordField.safeParse('u\u0308'.repeat(9)).success).toBe(false)
    expect(passwordField.safeParse('😀'.repeat(10)).success).toBe(true)
    expect(passwordField.safeParse('😀'.repeat(200)).success).toBe(true)
    expect(passwordField.safeParse('😀'.repeat(201)).success).toBe(false)
  })

  test('has one form, whatever keyboard wrote it', () => {
    const words = 'Ünïcode-Paßwört und mehr'
    expect(passwordField.parse(words.normalize('NFD'))).toBe(words)
    expect(passwordField.parse(words.replaceAll(' ', '\u00a0'))).toBe(words)
    expect(passwordField.parse('  leading spaces count')).toBe('  leading spaces count')
  })
})
