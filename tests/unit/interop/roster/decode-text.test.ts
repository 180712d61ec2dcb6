import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '@/lib/interop/roster/decode-text'

describe('text of a file', () => {
  it('is read as UTF-8 without a question, with a byte order mark or without', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text
          .replace(/^\ufeff/, '')
          .replaceAll('\0', '')
          .replaceAll('\u001b', '')
        const read = { encoding: 'utf-8', sure: true, text: plain }
        expect(decodeText(Buffer.from(plain, 'utf8'))).toEqual(read)
        expect(decodeText(Buffer.from(`\ufeff${plain}`, 'utf8'))).toEqual(read)
      }),
    )
  })

  it('is read as UTF-16 by its mark, and after a question without one', () => {
    const text = 'name;email\nИванов Пётр;petr@example.org'
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    const marked = (mark: readonly number[], bytes: Buffer) =>
      decodeText(Buffer.concat([Uint8Array.from(mark), bytes]))
    expect(marked([0xff, 0xfe], little)).toEqual({ encoding: 'utf-16le', sure: true, text })
    expect(marked([0xfe, 0xff], big)).toEqual({ encoding: 'utf-16be', sure: true, text })
    expect(decodeText(little)).toEqual({ encoding: 'utf-16le', sure: false, text })
    expect(decodeText(big)).toEqual({ encoding: 'utf-16be', sure: false, text })
  })

  // Bytes as other programs write them.
  it.each([
    ['windows-1251', 'CP1251', 'name;email\nИванов Пётр;petr@example.org\n'],
    ['windows-1251', 'CP1251', 'Имя;Фамилия;Почта\nЄва;Шевченко;eva@example.org\n'],
    ['koi8-u', 'KOI8-R', 'name;email\nИванов Пётр;petr@example.org\n'],
    ['ibm866', 'CP866', 'name;email\nИванов Пётр;petr@example.org\nАнна Сидорова;a@example.org\n'],
    ['windows-1252', 'CP1252', 'Vorname;Nachname;E-Mail\nJürgen;Müller;juergen@example.org\n'],
    ['windows-1252', 'CP1252', 'nom;mail\nRené Lévêque;rene@example.org\n'],
    ['windows-1250', 'CP1250', 'Imię;Nazwisko;E-mail\nŁukasz;Żółć;lukasz@example.org\n'],
    [
      'windows-1250',
      'CP1250',
      'jméno;mail\nJiří Dvořák;jiri@example.org\nŠárka Žáková;s@example.org\n',
    ],
    ['windows-1253', 'CP1253', 'name;email\nΓιώργος Παπαδόπουλος;g@example.org\n'],
    ['gb18030', 'GBK', '姓名,邮箱\n王伟,wang@example.org\n李娜,li@example.org\n'],
    ['big5', 'BIG5', '姓名,信箱\n陳大文,chen@example.org\n林美玲,lin@example.org\n'],
    [
      'shift_jis',
      'SHIFT_JIS',
      '氏名,メール\n山田太郎,yamada@example.org\n佐藤花子,s@example.org\n',
    ],
    ['euc-kr', 'EUC-KR', '이름,메일\n김철수,kim@example.org\n이영희,lee@example.org\n'],
    ['iso-2022-jp', 'ISO-2022-JP', '氏名,メール\n山田太郎,yamada@example.org\n'],
  ])(
    'in %s (written by iconv as %s) is offered in that encoding, with a question',
    (encoding, name, text) => {
      const bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', name], { input: text })
      expect(decodeText(bytes)).toEqual({ encoding, sure: false, text })
    },
  )

  it('of one wrong byte is offered as UTF-8, with the letter marked as lost', () => {
    const bytes = Buffer.concat([
      Buffer.from('name;email\nИванов Пётр;petr@example.org\nСидорова Анна;a@example.org\n'),
      Uint8Array.of(0xd0, 0x0a),
    ])
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', sure: false })
  })
})
