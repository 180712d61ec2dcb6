import { expect, test } from 'vitest'
import { compileFolder } from '@/tests/support/real-course'

const { course } = await compileFolder()

test('topics have the names and the order of the modules, and one that is none says what it gathers', () => {
  const modules = course.modules.map(({ id, title }) => `${id}: ${title}`)
  const topics = course.topics.map(({ id, title }) => `${id}: ${title}`)
  expect(topics.slice(0, modules.length)).toEqual(modules)
  const across = course.topics.slice(modules.length)
  expect(across.map(({ id }) => id)).toEqual(['disagreements'])
  for (const { about } of across) expect(about).toMatch(/\w/)
})
