import { fileURLToPath } from 'node:url'

/** Folders of the checkout, whatever the working directory is. */
/** It has a folder for each course. */
export const contentFolder = (): string => fileURLToPath(new URL('../../content', import.meta.url))

export const migrationsFolder = (): string =>
  fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
