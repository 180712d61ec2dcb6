import 'server-only'
import { findImage } from '../../db/course/course-images'
import { AppError } from '../../kernel/app-error'
import type { ImageBytes } from '../../kernel/image'
import type { LearnerScope } from '../scope'

/** An image of any version of the course that was published. Throws not_found. */
export async function loadImage(_: LearnerScope, file: string): Promise<ImageBytes> {
  const image = await findImage(file)
  if (image) return image
  throw new AppError('not_found', 'The course has no such image.')
}
