import type { PictureData } from '../../course/schema/pictures-file'
import type { Picture } from '../../course/types'
import type { Check } from '../draft'
import { fault } from '../fault'

/** A picture in a lesson must have something to draw. */
export const emptyPictures: Check = (draft) => {
  if (draft.pictures?.isWhole === false) return []
  return draft.lessons.flatMap((lesson) =>
    lesson.pictures.flatMap(({ value, at }) => {
      const missing = missingIn(value, draft.pictures?.value ?? null)
      if (missing === null) return []
      const message = `\`::${value.kind}\` has nothing to draw: pictures.yaml has no ${missing}`
      return [fault(at(), 'picture', message)]
    }),
  )
}

function missingIn(picture: Picture, data: PictureData | null): string | null {
  switch (picture.kind) {
    case 'map':
    case 'timeline':
    case 'circles':
      return null
    case 'exercises':
      return (data?.exercises ?? []).length === 0 ? 'exercises' : null
    case 'sites':
      return (data?.sites ?? []).length === 0 ? 'sites' : null
    case 'wants': {
      const none = picture.who.find((id) => !(data?.wants ?? []).some(({ who }) => who === id))
      return none === undefined ? null : `wants of \`${none}\``
    }
    case 'readings':
      return (data?.readings ?? []).some(({ event }) => event === picture.of)
        ? null
        : `readings of \`${picture.of}\``
  }
}
