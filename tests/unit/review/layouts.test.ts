import { describe, expect, test } from 'vitest'
import { characterOf, type KeyPress, pressOf } from '@/lib/keyboard/key-press'
import { actionOf, type KeyAction, keyMapOf } from '@/lib/review/keys'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  shift: false,
  altGraph: false,
  ...held,
})
const SHIFT = { shift: true }
const ALT_GRAPH = { altGraph: true }
const meaning = (...of: Parameters<typeof press>) => actionOf(press(...of), keyMapOf({}))

type Row = readonly [
  layout: string,
  key: string,
  code: string,
  action: KeyAction | null,
  held?: Partial<KeyPress>,
]

describe('the standard keys', () => {
  const rows: readonly Row[] = [
    ['US', '1', 'Digit1', 'again'],
    ['US', 'i', 'KeyI', 'info'],
    ['US with Caps Lock', 'I', 'KeyI', 'info'],
    ['US', '-', 'Minus', 'bury'],
    ['US', '?', 'Slash', 'help', SHIFT],
    ['US', '@', 'Digit2', 'suspend', SHIFT],
    ['US', '!', 'Digit1', null, SHIFT],
    ['US', '#', 'Digit3', null, SHIFT],
    ['German', '@', 'KeyQ', 'suspend', ALT_GRAPH],
    ['German', '?', 'Minus', 'help', SHIFT],
    ['German', 'ß', 'Minus', null],
    ['German', '-', 'Slash', 'bury'],
    ['German', '"', 'Digit2', null, SHIFT],
    ['Polish', 'ę', 'KeyE', null, ALT_GRAPH],
    ['French', '&', 'Digit1', 'again'],
    ['French', 'é', 'Digit2', 'hard'],
    ['French with Caps Lock', 'É', 'Digit2', 'hard'],
    ['French', '"', 'Digit3', 'good'],
    ['French', "'", 'Digit4', 'easy'],
    ['French', '-', 'Digit6', null],
    ['French', 'à', 'Digit0', 'giveUp'],
    ['French', '2', 'Digit2', 'hard', SHIFT],
    ['French', '@', 'Digit0', 'suspend', ALT_GRAPH],
    ['French', '|', 'Digit6', null, ALT_GRAPH],
    ['French', '-', 'NumpadSubtract', 'bury'],
    ['French', '?', 'KeyM', 'help', SHIFT],
    ['Belgian', '-', 'Equal', 'bury'],
    ['Bépo', '@', 'Digit6', null],
    ['Bépo', '-', 'Digit8', null],
    ['Czech', '+', 'Digit1', 'again'],
    ['Czech', 'š', 'Digit3', 'good'],
    ['Russian', 'ш', 'KeyI', 'info'],
    ['Russian', 'Ш', 'KeyI', 'info', SHIFT],
    ['Russian', 'г', 'KeyU', 'undo'],
    ['Russian', 'а', 'KeyF', 'flag'],
    ['Russian', 'у', 'KeyE', 'source'],
    ['Russian', '?', 'Digit7', 'help', SHIFT],
    ['Russian', '"', 'Digit2', null, SHIFT],
    ['Greek', 'ι', 'KeyI', 'info'],
    ['Greek', ';', 'KeyQ', null],
    ['Hebrew', 'ן', 'KeyI', 'info'],
    ['Hebrew', '/', 'KeyQ', null],
    ['Arabic', 'ه', 'KeyI', 'info'],
    ['Arabic', '٣', 'Digit3', 'good'],
    ['Arabic', '؟', 'Slash', 'help', SHIFT],
    ['Persian', '۳', 'Digit3', 'good'],
    ['Persian', '۴', 'Numpad4', 'easy'],
    ['Hindi', '१', 'Digit1', 'again'],
    ['Hindi', 'त्र', 'Digit6', null, SHIFT],
    ['Thai', '-', 'Digit3', 'good'],
    ['Thai', '/', 'Digit2', 'hard'],
    ['Thai', '๑', 'KeyQ', 'again', SHIFT],
    ['Korean', 'ㅑ', 'KeyI', 'info'],
    ['Japanese', '@', 'BracketLeft', 'suspend'],
    ['Japanese kana', 'ぬ', 'Digit1', 'again'],
    ['Japanese kana', 'に', 'KeyI', 'info'],
    ['full width', '３', 'Digit3', 'good'],
    ['full width', 'ｕ', 'KeyU', 'undo'],
    ['full width', '－', 'Minus', 'bury'],
    ['Turkish', 'İ', 'Quote', 'info', SHIFT],
    ['Turkish', 'i', 'Quote', 'info'],
    ['Dvorak', 'u', 'KeyF', 'undo'],
    ['Dvorak', 'g', 'KeyU', null],
    ['Dvorak', 'c', 'KeyI', null],
    ['Dvorak', '.', 'KeyE', null],
    ['Colemak', 'f', 'KeyE', 'flag'],
    ['Colemak', 'l', 'KeyU', null],
    ['number pad', '3', 'Numpad3', 'good'],
    ['number pad without Num Lock', 'End', 'Numpad1', null],
    ['number pad without Num Lock', 'ArrowDown', 'Numpad2', null],
    ['number pad without Num Lock', 'Clear', 'Numpad5', null],
    ['dead key', 'Dead', 'KeyU', null],
    ['dead key', 'Dead', 'Digit3', null],
    ['on-screen keyboard', '3', '', 'good'],
    ['on-screen keyboard', '@', 'Digit2', 'suspend'],
    ['on-screen keyboard', '!', 'Digit1', null],
  ]
  for (const [layout, key, code, action, held] of rows) {
    test(`${layout}: ${key} on ${code} means ${action ?? 'nothing'}`, () => {
      expect(meaning(key, code, held)).toBe(action)
    })
  }
})

describe('keys of one’s own', () => {
  const french = keyMapOf({ flag: 'é', good: '"', bury: '(' })

  test('come before the digit of their place', () => {
    expect(actionOf(press('é', 'Digit2'), french)).toBe('flag')
    expect(actionOf(press('É', 'Digit2'), french)).toBe('flag')
    expect(actionOf(press('"', 'Digit3'), french)).toBe('good')
    expect(actionOf(press('(', 'Digit5'), french)).toBe('bury')
    expect(actionOf(press('&', 'Digit1'), french)).toBe('again')
  })

  test('of another script are found by what they type', () => {
    const russian = keyMapOf({ undo: 'ш', info: 'ж' })
    expect(actionOf(press('ш', 'KeyI'), russian)).toBe('undo')
    expect(actionOf(press('Ж', 'Semicolon', SHIFT), russian)).toBe('info')
    expect(actionOf(press('г', 'KeyU'), russian)).toBeNull()
  })

  test('in Latin letters are found by their place on another layout', () => {
    const own = keyMapOf({ good: 'r' })
    expect(actionOf(press('r', 'KeyR'), own)).toBe('good')
    expect(actionOf(press('к', 'KeyR'), own)).toBe('good')
    expect(actionOf(press('3', 'Digit3'), own)).toBeNull()
  })

  test('may be typed in full width or with digits of a script', () => {
    expect(actionOf(press('7', 'Digit7'), keyMapOf({ flag: '７' }))).toBe('flag')
    expect(actionOf(press('٧', 'Digit7'), keyMapOf({ flag: '7' }))).toBe('flag')
  })
})

test('the letter that picks an option is found on every layout', () => {
  expect(characterOf(press('ф', 'KeyA'))).toBe('a')
  expect(characterOf(press('لا', 'KeyB'))).toBe('b')
  expect(characterOf(press('a', 'KeyQ'))).toBe('a')
  expect(characterOf(press('-', 'Digit6'))).toBe('6')
})

describe('a report of the browser', () => {
  const reported = {
    key: '3',
    code: 'Digit3',
    keyCode: 51,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    altGraph: false,
    isComposing: false,
  }
  const read = (changed: Partial<typeof reported>, onApple = false) =>
    pressOf({ ...reported, ...changed }, onApple)

  test('of a plain key is a press', () => {
    expect(read({})).toEqual(press('3', 'Digit3'))
  })

  test.each([
    { isComposing: true },
    { keyCode: 229 },
    { key: 'Process' },
    { key: 'Enter', isComposing: true },
    { key: 'Enter', keyCode: 229 },
  ])('of an input method is none: %o', (changed) => {
    expect(read(changed)).toBeNull()
  })

  test.each([
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { ctrlKey: true, altKey: true },
    { ctrlKey: true, shiftKey: true },
    { key: '-', code: 'Minus', ctrlKey: true, altKey: true },
    { key: 'Enter', code: 'Enter', ctrlKey: true, altKey: true },
    { key: ' ', code: 'Space', altGraph: true },
    { key: '@', code: 'Digit2', metaKey: true },
  ])('of a shortcut is none: %o', (changed) => {
    expect(read(changed)).toBeNull()
  })

  test('of AltGr is the character, also where it is reported as Ctrl and Alt', () => {
    const at = { key: '@', code: 'KeyQ' }
    expect(read({ ...at, altGraph: true })).toEqual(press('@', 'KeyQ', ALT_GRAPH))
    expect(read({ ...at, ctrlKey: true, altKey: true })).toEqual(press('@', 'KeyQ', ALT_GRAPH))
  })

  test('of Option is the character on an Apple keyboard, and a shortcut elsewhere', () => {
    const at = { key: '@', code: 'KeyL', altKey: true }
    expect(read(at, true)).toEqual(press('@', 'KeyL', ALT_GRAPH))
    expect(read(at, false)).toBeNull()
    expect(read({ altKey: true }, true)).toBeNull()
  })
})
