import 'server-only'
import { MIN_PASSWORD_LENGTH } from '../../credentials/password'

/** What a new password must fulfil, for forms to say before it is typed. */
export const passwordRule = { minLength: MIN_PASSWORD_LENGTH }
