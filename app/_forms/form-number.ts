import 'server-only'
import { z } from 'zod'

/** A whole number as an input sends it; its limits are the verb's to know. */
export const formNumber = (message: string) =>
  z
    .string(message)
    .trim()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
