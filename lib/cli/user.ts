import type { Command } from 'commander'
import { registerChange } from './user/change'
import { registerCreate } from './user/create'
import { registerDelete } from './user/delete'
import { registerDisable, registerEnable } from './user/disable'
import { registerList } from './user/list'
import { registerPassword } from './user/password'
import { registerSecondFactor } from './user/second-factor'

export function register(program: Command): void {
  const user = program.command('user').description('accounts')
  registerCreate(user)
  registerList(user)
  registerPassword(user)
  registerDisable(user)
  registerEnable(user)
  registerChange(user)
  registerDelete(user)
  registerSecondFactor(user)
}
