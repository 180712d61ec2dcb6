import { findTool } from './tool.mjs'

/** The last that runs on Node 20. */
const version = '12.8.2'

/**
 * Lighthouse for the bench, which says that it is missing where there is none. It brings 150 packages,
 * so nobody else gets it.
 *
 * @param {(line: string) => void} log
 */
export const findLighthouse = (log) => findTool('lighthouse', version, log)
