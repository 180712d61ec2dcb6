import { describe, expect, test } from 'vitest'
import { keepZone, zoneToOffer } from '@/app/_shell/zone/kept-zone'

const NOW = Date.UTC(2026, 10, 29)

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

const broken = () => {
  throw new Error('Storage is forbidden.')
}

const offered = (
  account: string,
  browser: string | undefined,
  storage: () => Pick<Storage, 'getItem'> = memory,
) => zoneToOffer({ userId: 'u', account, browser, nowMs: NOW, storage })

describe('a browser in another time zone than the account', () => {
  test('is offered its own', () => {
    expect(offered('UTC', 'Asia/Almaty')).toBe('Asia/Almaty')
    expect(offered('Europe/Berlin', 'Asia/Calcutta')).toBe('Asia/Calcutta')
  })

  test.each([
    ['has the same zone', 'Asia/Almaty', 'Asia/Almaty'],
    ['has the same zone under its older name', 'Asia/Kolkata', 'Asia/Calcutta'],
    ['has a zone whose clocks agree all year', 'Europe/Paris', 'Europe/Berlin'],
    ['does not say where it is', 'Asia/Almaty', undefined],
    ['says UTC, as browsers do that hide where they are', 'Asia/Almaty', 'UTC'],
    ['says that it does not know', 'Asia/Almaty', 'Etc/Unknown'],
    ['names a zone that nobody knows', 'Asia/Almaty', 'Mars/Olympus'],
    ['does not know the zone of the account', 'Mars/Olympus', 'Asia/Almaty'],
  ])('is offered nothing when it %s', (_, account, browser) => {
    expect(offered(account, browser)).toBeNull()
  })

  test('is not asked again after “keep”, until one of the two changes', () => {
    const storage = memory()
    keepZone('u', 'Europe/Berlin', 'Asia/Almaty', () => storage)
    expect(offered('Europe/Berlin', 'Asia/Almaty', () => storage)).toBeNull()
    expect(offered('Europe/Berlin', 'Asia/Tokyo', () => storage)).toBe('Asia/Tokyo')
    expect(offered('UTC', 'Asia/Almaty', () => storage)).toBe('Asia/Almaty')
    const other = { userId: 'v', account: 'Europe/Berlin', browser: 'Asia/Almaty', nowMs: NOW }
    expect(zoneToOffer({ ...other, storage: () => storage })).toBe('Asia/Almaty')
  })

  test('is offered its own when storage is forbidden, and “keep” does not fail', () => {
    expect(offered('UTC', 'Asia/Almaty', broken)).toBe('Asia/Almaty')
    expect(() => keepZone('u', 'UTC', 'Asia/Almaty', broken)).not.toThrow()
  })
})
