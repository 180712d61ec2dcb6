import { z } from 'zod'
import { plainId, text } from './scalars'

/** One entry of `images.yaml`. `file` lies in the folder `images`. */
export const imageEntry = z.strictObject({
  id: plainId,
  file: z
    .string()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|jpeg|webp|svg)$/,
      'is not the name of a png, jpg, jpeg, webp or svg file in lower case, such as `old-harbour.png`',
    ),
  /** What somebody who cannot see it has to know. */
  alt: text,
  caption: text.optional(),
  source: text,
  licence: text,
})

export type ImageEntry = z.output<typeof imageEntry>
