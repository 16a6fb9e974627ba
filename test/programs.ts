import { spawnSync } from 'node:child_process'

/** Whether a program is here. Where nothing may be skipped, its tests run and fail rather than pass unseen. */
export const has = (program: string): boolean =>
  process.env['HJP_NO_SKIPS'] !== undefined || spawnSync('which', [program]).status === 0
