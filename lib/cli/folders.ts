import { fileURLToPath } from 'node:url'

/** Folders of the checkout, whatever the working directory is. */
export const courseFolder = (): string =>
  fileURLToPath(new URL('../../content/central-asia', import.meta.url))

export const migrationsFolder = (): string =>
  fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
