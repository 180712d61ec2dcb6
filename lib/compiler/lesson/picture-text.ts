import type { PictureGround } from '../../course/pictures/ground'
import { pictureView } from '../../course/pictures/picture-view'
import { pictureLines } from '../../course/pictures/picture-words'
import type { Picture } from '../../course/types'

/** What a generated picture shows, in words, for search, export and people who cannot see it. */
export const pictureText = (picture: Picture, ground: PictureGround): string =>
  pictureLines(pictureView(ground, picture)).join('\n')
