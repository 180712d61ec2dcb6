import 'server-only'
import { z } from 'zod'
import { isZone } from '../../kernel/study-day'

export const zoneField = z
  .string()
  .refine(isZone, 'This server does not know that time zone. Choose one from the list in Settings.')
