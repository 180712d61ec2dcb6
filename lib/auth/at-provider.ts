import 'server-only'
import type { Account, Profile } from 'next-auth'
import { AppError } from '../kernel/app-error'
import type { UserId } from '../kernel/ids'
import { admitIdentity } from '../server/people/admit-identity'
import { guardProvider } from '../server/people/guard-provider'
import { joinWithIdentity } from '../server/people/join-with-identity'
import { linkOwnIdentity } from '../server/people/link-identity'
import { personAtProvider } from '../server/people/person-at-provider'
import { intentIn, noteText } from '../server/people/provider-intent'
import { type ProviderSettings, providerSettings } from '../server/people/provider-settings'
import { recordRefusedIdentity } from '../server/people/refused-sign-in'
import { verifiedClaims } from './id-token'
import { currentViewer } from './scopes'
import { currentVisitor, ownCookie, setOwnCookie } from './visitor'

const NOTE_S = 60

/** Who is signed in now, or the path to go to without signing anybody in. */
type AfterProvider = { readonly userId: UserId } | { readonly path: string }

/**
 * The provider has named somebody, and next-auth has checked what the answer says. Whether the provider has
 * signed it is checked here. Call this from next-auth's callback.
 */
export async function afterProvider(
  account: Pick<Account, 'id_token'>,
  profile: Profile,
): Promise<AfterProvider> {
  const settings = providerSettings()
  const now = Date.now()
  const intent = intentIn(await ownCookie('providerIntent'), now)
  await setOwnCookie('providerIntent', '', 0)
  const { address } = await currentVisitor()
  let person: ReturnType<typeof personAtProvider> = null
  try {
    return await guardProvider(address, async () => {
      if (!settings) throw noProvider()
      const claims = await claimsOf(account.id_token, settings, now)
      person = personAtProvider(settings, claims, profile)
      if (!person) throw noProvider()
      switch (intent.kind) {
        case 'sign-in':
          return { userId: await admitIdentity(person, settings, now) }
        case 'join':
          return { userId: await joinWithIdentity(person, settings, { code: intent.code, now }) }
        case 'link': {
          const viewer = await currentViewer()
          if (viewer?.sessionId !== intent.sessionId) throw sessionEnded(settings)
          await linkOwnIdentity(viewer.scope, person, settings, now)
          return { path: '/settings?provider=linked' }
        }
      }
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await recordRefusedIdentity({ person, why: error.code, now })
    await setOwnCookie('providerNote', noteText(error.message), NOTE_S)
    const page = (await currentViewer()) ? '/settings' : '/sign-in'
    return { path: `${page}?provider=refused` }
  }
}

async function claimsOf(token: string | undefined, settings: ProviderSettings, now: number) {
  try {
    return await verifiedClaims(token ?? '', settings, now)
  } catch (error) {
    console.error(`An answer of the sign-in provider was refused: ${error}`)
    throw new AppError(
      'not_allowed',
      `It could not be proved that the answer came from ${settings.name}. You are not signed in, and nothing was changed. Try again; if it happens again, tell the person who runs Steppe.`,
    )
  }
}

const noProvider = () =>
  new AppError(
    'not_allowed',
    'The sign-in provider did not say who you are. Nothing was changed. Try again, or sign in with your password.',
  )

const sessionEnded = ({ name }: ProviderSettings) =>
  new AppError(
    'not_allowed',
    `Your sign-in session ended meanwhile, so ${name} was not linked. Sign in and link it again.`,
  )
