import 'server-only'
import { uuidv7 } from 'uuidv7'
import { hashPassword } from '../../credentials/password'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { insertUser } from '../../db/people/users'
import { AppError } from '../../kernel/app-error'
import { asUserId, type UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { isZone } from '../../kernel/study-day'
import { checkAccount } from '../check-account-input'
import type { WholeScope } from '../whole-scope'
import { assertRedeemed } from './redeem'

/** For the command line: an account without an invitation. Throws email_taken, invalid_input. */
export async function createUser(
  _: WholeScope,
  input: {
    name: string
    email: string
    password: string
    role: Role
    zone: string
    now: number
  },
): Promise<UserId> {
  const { zone } = input
  if (!isZone(zone)) {
    throw new AppError(
      'invalid_input',
      `This server does not know the time zone “${zone}”. No account was created. Give a name such as Europe/Vienna.`,
    )
  }
  const { name, email, password } = await checkAccount(input)
  const id = asUserId(uuidv7())
  const user = { id, name, email, role: input.role, zone }
  const passwordHash = await hashPassword(password)
  const detail = { user: id, email, role: input.role }
  await together(async () => {
    if (!(await insertUser({ ...user, passwordHash, createdAt: input.now }))) {
      assertRedeemed('email_taken')
    }
    await recordAudit({ at: input.now, actorId: null, kind: 'user_created', detail })
  })
  return id
}
