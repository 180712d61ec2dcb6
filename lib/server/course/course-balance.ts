import 'server-only'
import { balanceText } from '../../compiler/report/balance-text'
import { compileFolder } from './compile-folder'

/**
 * How the questions of a course folder are made up, as text for a terminal. Throws course_invalid,
 * not_found, invalid_input.
 */
export const courseBalance = async (input: { readonly folder: string }): Promise<string> =>
  balanceText(await compileFolder(input.folder, null))
