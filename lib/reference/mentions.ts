import type { Entity } from '../course/types'
import type { EntityId } from '../kernel/ids'

/**
 * Which entities a text mentions, in the order of the list: by name, alias or another word that
 * means them, as whole words and in their own case (`US` is not "us"). A longer name hides a
 * shorter one inside it, so that "Peace Mission 2005" does not also mean "Mission".
 */
export function mentionedIn(entities: readonly Entity[], text: string): readonly EntityId[] {
  const words = entities
    .flatMap(({ id, name, aliases, mentions }) =>
      [name, ...aliases, ...mentions].map((word) => ({ id, word })),
    )
    .sort((a, b) => b.word.length - a.word.length)
  const found = new Set<EntityId>()
  let left = text
  for (const { id, word } of words) {
    const pattern = wholeWord(word)
    if (!pattern.test(left)) continue
    found.add(id)
    left = left.replaceAll(wholeWord(word), ' … ')
  }
  return entities.map(({ id }) => id).filter((id) => found.has(id))
}

const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'gu')

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
