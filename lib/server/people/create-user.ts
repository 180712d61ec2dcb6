import 'server-only'
import { uuidv7 } from 'uuidv7'
import { hashPassword } from '../../credentials/password'
import { recordAudit } from '../../db/people/audit'
import { insertUser } from '../../db/people/users'
import { asUserId, type UserId } from '../../kernel/ids'
import type { Role } from '../../kernel/role'
import { checkAccount, zoneOrUtc } from '../check-account-input'
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
  const { name, email, password } = checkAccount(input)
  const id = asUserId(uuidv7())
  const user = { id, name, email, role: input.role, zone: zoneOrUtc(input.zone) }
  const passwordHash = await hashPassword(password)
  if (!(await insertUser({ ...user, passwordHash, createdAt: input.now }))) {
    assertRedeemed('email_taken')
  }
  const detail = { user: id, email, role: input.role }
  await recordAudit({ at: input.now, actorId: null, kind: 'user_created', detail })
  return id
}
