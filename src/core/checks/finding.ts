import type { Path } from '../file/walk.ts'
import type { KnownOn, View } from '../view/view.ts'

/** What a check found. `at` is the place in the file. */
export type Finding = { level: 'gap' | 'error' | 'warning'; at: Path; message: string }

export type Check = (known: KnownOn, view: View) => Finding[]
