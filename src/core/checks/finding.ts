import type { Known, View } from '../view/view.ts'

/** What a check found. `at` is the place in the file. */
export type Finding = { level: 'gap' | 'error' | 'warning'; at: At; message: string }
export type At = (string | number)[]

export type Check = (known: Known, seen: View) => Finding[]
