import 'server-only'
import { headers } from 'next/headers'
import { passedOrigin } from '@/lib/origin/passed-origin'

/** Where people reach this server, such as `https://steppe.example`, for links that they pass on. */
export const publicOrigin = async (): Promise<string> => passedOrigin(await headers())
