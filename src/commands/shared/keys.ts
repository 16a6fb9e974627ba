/** What can be typed in the place of an answer. */
export type Key = 'back' | 'skip' | 'stop' | 'help' | 'edit' | 'park'

/** How each is typed: its letter, and the words that people try for it. */
const KEYS: Record<Key, { letters: string; words: string[]; does: string; isIt: string }> = {
  back: {
    letters: 'b',
    words: ['back', 'previous', 'prev'],
    does: '*/b* goes back',
    isIt: 'go back to the question before',
  },
  skip: { letters: 'k', words: ['skip', 'next', 'pass'], does: '', isIt: 'skip this question' },
  stop: {
    letters: 'sq',
    words: ['stop', 'quit', 'exit', 'cancel', 'abort', 'end', 'bye', 'wq'],
    does: '*/s* stops',
    isIt: 'stop here',
  },
  help: { letters: 'h?', words: ['help'], does: '', isIt: 'see the keys' },
  edit: {
    letters: 'e',
    words: ['edit', 'editor'],
    does: '*/e* opens your editor for a longer answer',
    isIt: 'open your editor',
  },
  park: {
    letters: 'p',
    words: ['park'],
    does: '*/p* sets the question aside',
    isIt: 'set the question aside',
  },
}
/** The keys that every question has. */
export const EVERYWHERE: Key[] = ['back', 'skip', 'stop', 'help']

/**
 * What a line says to us and not as an answer: a key, beyond doubt or perhaps; a key that there is not; or words, with a key
 * after them that should stand alone.
 */
export type KeyRead = { key: Key } | { perhaps: Key } | { unknown: string } | { alone: string }

/** Reads a line, where some keys can be typed, also after words that are saved and stood ready. */
export function readKey(typed: string, keys: Key[], ready = ''): KeyRead | undefined {
  const line = typed.trim()
  const stood = ready.trim()
  if (line === '' || line === stood) return undefined
  const rest = stood !== '' && line.startsWith(stood) ? line.slice(stood.length).trim() : line
  const [, mark, name] = /^([/\\:]*)([\w?]+)[.!]*$/.exec(rest) ?? []
  if (name !== undefined && (mark || /^\?+$/.test(name))) {
    const key = keyCalled(name)
    return key && keys.includes(key) ? { key } : { unknown: rest }
  }
  if (/^[/\\:]+$/.test(rest)) return { unknown: rest }
  if (name !== undefined && rest === line) {
    const key = keyCalled(name)
    if (key === 'help' && name.length > 1) return { key }
    if (key && keys.includes(key)) return { perhaps: key }
  }
  const [, words, last] = /^(.*\S)\s+[/\\]([a-z?]+)$/is.exec(line) ?? []
  if (words !== undefined && keyCalled(last!)) return { alone: words }
  return undefined
}

function keyCalled(name: string): Key | undefined {
  const called = name.toLowerCase().replace(/\?+/, '?')
  const found = Object.entries(KEYS).find(
    ([, { letters, words }]) => (called.length === 1 && letters.includes(called)) || words.includes(called),
  )
  return found?.[0] as Key | undefined
}

/** What a key would do, as it goes on from "Do you want to". */
export const meansTo = (key: Key): string => KEYS[key].isIt

/** What is wrong with a key that cannot be taken, before what can be typed. */
export const keyFault = (read: KeyRead): string =>
  'alone' in read
    ? 'Type a key on its own. '
    : 'unknown' in read
      ? `There is no key ${read.unknown} here. `
      : ''

/** What the keys do, in a sentence. */
export function keysHelp(keys: Key[]): string {
  const told = (['edit', 'back', 'park', 'stop'] as const).flatMap((key) =>
    keys.includes(key) ? KEYS[key].does : [],
  )
  return `Enter skips a question. ${told.slice(0, -1).join(', ')}${told.length > 2 ? ',' : ''} and ${told.at(-1)}.`
}

/** What can be typed at a list, in a sentence. */
export const listHelp = (isSpoken: boolean): string =>
  `Type ${isSpoken ? 'the number of a choice, or the beginning of its name,' : 'the beginning of a choice, or go to it with the arrow keys,'} and press Enter. ${KEYS.back.does}, and ${KEYS.stop.does}.`
