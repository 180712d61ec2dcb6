import { defineConfig } from 'prisma/config'

// The database's address is a run-time matter (DATABASE_URL, or the embedded server): none here.
export default defineConfig({ schema: 'prisma/schema.prisma' })
