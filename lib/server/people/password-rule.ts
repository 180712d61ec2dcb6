import 'server-only'
import { MIN_PASSWORD_LENGTH } from '../../credentials/password'

/** The rule for new passwords, which forms show beside the field. */
export const passwordRule = { minLength: MIN_PASSWORD_LENGTH }
