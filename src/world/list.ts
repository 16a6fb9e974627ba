import { styleText } from 'node:util'
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  makeTheme,
  useKeypress,
  usePagination,
  usePrefix,
  useState,
} from '@inquirer/core'
import { choiceTyped, type TypedChoice } from './typed-choice.ts'
import type { Choice } from './world.ts'

/** A choice as it stands in the list, and after the question once it is chosen. */
type Listed = Choice<string> & { shown: string; short: string }

type List = {
  message: string
  pageSize: number
  choices: Listed[]
  /** Words that stand after the question, or below the list, as they break. */
  short: (typed: string) => string
  broken: (words: string) => string
}

const POINTER = '❯'

/**
 * A list to choose from, by the arrow keys or by typing. What is typed stands after the question until it is taken: it is never
 * less than the whole of it that chooses, and Enter says so where it cannot.
 */
export const chooseInList = createPrompt<string, List>((config, done) => {
  const { choices } = config
  const theme = makeTheme({})
  const [status, setStatus] = useState<'idle' | 'done'>('idle')
  const [active, setActive] = useState(0)
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState('')
  const [answer, setAnswer] = useState('')
  const prefix = usePrefix({ status, theme })
  const meant: TypedChoice =
    typed.trim() === '' ? { value: choices[active]!.value, at: active } : choiceTyped(choices, typed)
  const at = 'at' in meant ? meant.at : undefined
  useKeypress((key, line) => {
    if (isEnterKey(key)) {
      if ('refused' in meant) {
        setRefused(meant.refused)
        // Enter took it out of the line.
        line.write(typed)
        return
      }
      setAnswer(at === undefined ? config.short(meant.value) : choices[at]!.short)
      setStatus('done')
      done(meant.value)
      return
    }
    setRefused('')
    if (isUpKey(key) || isDownKey(key)) {
      line.clearLine(0)
      setTyped('')
      const to = (at ?? active) + (isUpKey(key) ? -1 : 1)
      setActive(Math.max(0, Math.min(choices.length - 1, to)))
    } else if (isTabKey(key)) {
      line.clearLine(0)
      line.write(typed)
    } else setTyped(line.line)
  })
  const page = usePagination({
    items: choices,
    active: at ?? active,
    renderItem: ({ item, isActive }) =>
      isActive && at !== undefined ? theme.style.highlight(`${POINTER} ${item.shown}`) : `  ${item.shown}`,
    pageSize: config.pageSize,
    loop: false,
  })
  const message = theme.style.message(config.message, status)
  if (status === 'done') return `${prefix} ${message} ${theme.style.answer(answer)}`
  const { hint } = (at === undefined ? undefined : choices[at]) ?? {}
  const below = [
    page,
    ' ',
    hint && styleText('cyan', config.broken(hint)),
    refused && theme.style.error(config.broken(refused)),
    styleText('dim', '↑↓ or type • ⏎ select'),
  ]
  return [`${prefix} ${message} ${styleText('cyan', typed)}`, below.filter(Boolean).join('\n')]
})
