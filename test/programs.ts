import { spawnSync } from 'node:child_process'

/** Whether everything is run, at length: `npm run test:all`. CI runs everything too, but what needs no other programs less often. */
const isWhole = process.env['HJP_TEST_ALL'] !== undefined
const isAtLength = process.env['HJP_TEST_ALL'] === 'at length'

/** Whether a program is here. Where nothing may be skipped, its tests run and fail rather than pass unseen. */
export const has = (...programs: string[]): boolean =>
  process.env['HJP_NO_SKIPS'] !== undefined ||
  programs.every((program) => spawnSync('which', [program]).status === 0)

/** Whether each property is tried for a time: `npm run fuzz`. */
const isFuzzing = process.env['HJP_FUZZ_MS'] !== undefined

/**
 * How often a property is tried: so many times in `npm run test:all`, a quarter of that in CI, which has a quarter of an hour, a
 * tenth in an ordinary run, and in `npm run fuzz` as often as there is time for.
 */
export const runs = (many: number): number =>
  isFuzzing ? Number.MAX_SAFE_INTEGER : Math.ceil(many / (isAtLength ? 1 : isWhole ? 4 : 10))

/** What is tried of many that are much the same: all where everything is run, and the first in an ordinary run. */
export const some = <T>(all: T[]): T[] => (isWhole ? all : all.slice(0, 1))
