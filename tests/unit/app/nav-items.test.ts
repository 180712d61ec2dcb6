import { describe, expect, test } from 'vitest'
import { homeOf, isCurrent, navItemsFor } from '@/app/_shell/nav-items'

const currentOn = (path: string) =>
  navItemsFor('admin')
    .filter((item) => isCurrent(item, path))
    .map((item) => item.label)

describe('navigation', () => {
  test('instructors land on their cohorts, and everybody else on Today', () => {
    expect(homeOf('instructor')).toBe('/cohorts')
    expect(homeOf('learner')).toBe('/today')
    expect(homeOf('admin')).toBe('/today')
  })

  test('analysts see no cohorts, instructors no administration', () => {
    const labels = (role: 'learner' | 'instructor') => navItemsFor(role).map((item) => item.label)
    expect(labels('learner')).not.toContain('Cohorts')
    expect(labels('instructor')).toContain('Cohorts')
    expect(labels('instructor')).not.toContain('Admin')
  })

  test.each([
    ['/today', ['Today']],
    ['/lessons/shanghai-five', ['Course']],
    ['/cohorts/1', ['Cohorts']],
    ['/settings', []],
    ['/courses-of-old', []],
  ])('on %s, %j is current', (path, labels) => {
    expect(currentOn(path)).toEqual(labels)
  })
})
