import { describe, expect, test } from 'vitest'
import { serverClock } from '@/app/_study/outbox/server-clock'

const HOUR = 3_600_000
const START = Date.UTC(2026, 5, 3, 6, 15)

/** A machine whose wall clock is off by `offMs` and can be set. */
function machine(offMs: number) {
  let wall = START + offMs
  let steady = 1000
  return {
    clocks: { wall: () => wall, steady: () => steady },
    pass: (ms: number) => {
      wall += ms
      steady += ms
    },
    set: (byMs: number) => {
      wall += byMs
    },
    /** The steady clock stands still meanwhile, as on a laptop that is shut. */
    sleep: (ms: number) => {
      wall += ms
    },
  }
}

describe('the server’s time in a browser', () => {
  test.each([-9 * HOUR, -HOUR, 0, HOUR, 30 * 24 * HOUR])(
    'is right with a clock off by %d ms',
    (off) => {
      const { clocks, pass } = machine(off)
      const clock = serverClock(START, clocks)
      pass(5000)
      expect(clock.now()).toBe(START + 5000)
      expect(clocks.wall() + clock.offsetMs()).toBe(START + 5000)
    },
  )

  test('goes on evenly when the clock is set back by hours in the middle', () => {
    const { clocks, pass, set } = machine(0)
    const clock = serverClock(START, clocks)
    pass(10_000)
    const before = clock.now()
    set(-5 * HOUR)
    pass(10_000)
    expect(clock.now() - before).toBe(10_000)
  })

  test('has slept as long as the machine has', () => {
    const { clocks, sleep } = machine(0)
    const clock = serverClock(START, clocks)
    sleep(8 * HOUR)
    expect(clock.now()).toBe(START + 8 * HOUR)
  })

  test('is put right by the server’s next answer when the clock was set forward', () => {
    const { clocks, pass, set } = machine(0)
    const clock = serverClock(START, clocks)
    set(5 * HOUR)
    pass(1000)
    expect(clock.now()).toBe(START + 5 * HOUR + 1000)
    clock.correct(START + 1000, 200)
    expect(clock.now()).toBeLessThan(START + 2000)
  })

  test('is left alone by an answer that agrees within what the way took', () => {
    const { clocks, pass } = machine(0)
    const clock = serverClock(START, clocks)
    pass(10_000)
    clock.correct(START + 9000, 1500)
    expect(clock.now()).toBe(START + 10_000)
  })

  test('never says the same instant twice, nor an earlier one', () => {
    const clock = serverClock(START, machine(0).clocks)
    const said = [clock.now(), clock.now(), clock.now()]
    expect(new Set(said).size).toBe(3)
    expect(said).toEqual([...said].sort((a, b) => a - b))
  })
})
