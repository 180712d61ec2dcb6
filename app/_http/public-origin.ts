import 'server-only'
import { headers } from 'next/headers'

/** Where people reach this server, such as `https://steppe.example`, for links that they pass on. */
export const publicOrigin = async (): Promise<string> => (await headers()).get('origin') ?? ''
