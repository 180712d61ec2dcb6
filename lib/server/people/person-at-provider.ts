import 'server-only'
import { type ProviderPerson, personFrom } from '../../account/provider-claims'
import type { ProviderSettings } from './provider-settings'

/**
 * Who the provider has named: in its token, which was proved to be the provider's, and in what it said of the
 * person when it was asked. Both are of the same person: next-auth compares the subjects. Null when it names
 * nobody.
 */
export const personAtProvider = (
  { issuer, groupsClaim }: ProviderSettings,
  claims: object,
  profile: object,
): ProviderPerson | null => personFrom(issuer, { ...profile, ...claims }, groupsClaim)
