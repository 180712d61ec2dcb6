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

  // Bytes as Python writes them in these encodings.
  it.each([
    [
      'windows-1251',
      'name;email\nИванов Пётр;petr@example.org\n',
      'bmFtZTtlbWFpbArI4uDt7uIgz7jy8DtwZXRyQGV4YW1wbGUub3JnCg==',
    ],
    [
      'windows-1251',
      'Имя;Фамилия;Почта\nЄва;Шевченко;eva@example.org\n',
      'yOz/O9Tg7Ojr6P87z+738uAKquLgO9jl4vfl7eruO2V2YUBleGFtcGxlLm9yZwo=',
    ],
    [
      'koi8-u',
      'name;email\nИванов Пётр;petr@example.org\n',
      'bmFtZTtlbWFpbArp18HOz9cg8KPU0jtwZXRyQGV4YW1wbGUub3JnCg==',
    ],
    [
      'ibm866',
      'name;email\nИванов Пётр;petr@example.org\nАнна Сидорова;a@example.org\n',
      'bmFtZTtlbWFpbAqIoqCtrqIgj/Hi4DtwZXRyQGV4YW1wbGUub3JnCoCtraAgkaikruCuoqA7YUBleGFtcGxlLm9yZwo=',
    ],
    [
      'windows-1252',
      'Vorname;Nachname;E-Mail\nJürgen;Müller;juergen@example.org\n',
      'Vm9ybmFtZTtOYWNobmFtZTtFLU1haWwKSvxyZ2VuO038bGxlcjtqdWVyZ2VuQGV4YW1wbGUub3JnCg==',
    ],
    [
      'windows-1252',
      'nom;mail\nRené Lévêque;rene@example.org\n',
      'bm9tO21haWwKUmVu6SBM6XbqcXVlO3JlbmVAZXhhbXBsZS5vcmcK',
    ],
    [
      'windows-1250',
      'Imię;Nazwisko;E-mail\nŁukasz;Żółć;lukasz@example.org\n',
      'SW1p6jtOYXp3aXNrbztFLW1haWwKo3VrYXN6O6/zs+Y7bHVrYXN6QGV4YW1wbGUub3JnCg==',
    ],
    [
      'windows-1250',
      'jméno;mail\nJiří Dvořák;jiri@example.org\nŠárka Žáková;s@example.org\n',
      'am3pbm87bWFpbApKafjtIER2b/jhaztqaXJpQGV4YW1wbGUub3JnCorhcmthII7ha2924TtzQGV4YW1wbGUub3JnCg==',
    ],
    [
      'windows-1253',
      'name;email\nΓιώργος Παπαδόπουλος;g@example.org\n',
      'bmFtZTtlbWFpbArD6f7x4+/yINDh8OHk/PDv9evv8jtnQGV4YW1wbGUub3JnCg==',
    ],
    [
      'gb18030',
      '姓名,邮箱\n王伟,wang@example.org\n李娜,li@example.org\n',
      '0NXD+yzTys/kCs31zrAsd2FuZ0BleGFtcGxlLm9yZwrA7sTILGxpQGV4YW1wbGUub3JnCg==',
    ],
    [
      'big5',
      '姓名,信箱\n陳大文,chen@example.org\n林美玲,lin@example.org\n',
      'qW2mVyyrSL1jCrOvpGqk5SxjaGVuQGV4YW1wbGUub3JnCqpMrPyswixsaW5AZXhhbXBsZS5vcmcK',
    ],
    [
      'shift_jis',
      '氏名,メール\n山田太郎,yamada@example.org\n佐藤花子,s@example.org\n',
      'joGWvCyDgYFbg4sKjlKTY5G+mFkseWFtYWRhQGV4YW1wbGUub3JnCo2yk6GJ1I5xLHNAZXhhbXBsZS5vcmcK',
    ],
    [
      'euc-kr',
      '이름,메일\n김철수,kim@example.org\n이영희,lee@example.org\n',
      'wMy4pyy43sDPCrHow7a89ixraW1AZXhhbXBsZS5vcmcKwMy/tcjxLGxlZUBleGFtcGxlLm9yZwo=',
    ],
    [
      'iso-2022-jp',
      '氏名,メール\n山田太郎,yamada@example.org\n',
      'GyRCO2FMPhsoQiwbJEIlYSE8JWsbKEIKGyRCOzNFREJATzobKEIseWFtYWRhQGV4YW1wbGUub3JnCg==',
    ],
  ])('in %s is offered in that encoding, with a question: %j', (encoding, text, bytes) => {
    expect(decodeText(Buffer.from(bytes, 'base64'))).toEqual({ encoding, sure: false, text })
  })

  it('of one wrong byte is offered as UTF-8, with the letter marked as lost', () => {
    const bytes = Buffer.concat([
      Buffer.from('name;email\nИванов Пётр;petr@example.org\nСидорова Анна;a@example.org\n'),
      Uint8Array.of(0xd0, 0x0a),
    ])
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', sure: false })
  })
})
