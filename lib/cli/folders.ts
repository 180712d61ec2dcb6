import { fileURLToPath } from 'node:url'

/** Places in the checkout, wherever the command is called from. */
export const courseFolder = (): string =>
  fileURLToPath(new URL('../../content/central-asia', import.meta.url))

export const migrationsFolder = (): string =>
  fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
