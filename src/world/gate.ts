import { onScreen } from '../render/document/clean.ts'
import type { Terminal } from './world.ts'

/**
 * A terminal that nothing steers but hjp itself: what a file, a template, a commit, a name or a reply holds is shown as text.
 * Where data does not go to a screen, it stays as it is, byte for byte.
 */
export const gated = (terminal: Terminal, isScreen: boolean): Terminal => ({
  ...terminal,
  async line(question, value, inLine) {
    const shown = value && onScreen(value)
    const reply = await terminal.line(onScreen(question), shown, inLine)
    // What was left as it stood has lost nothing, not even what could not be shown.
    return value !== undefined && reply === shown ? value : reply
  },
  choose: (question, choices) =>
    terminal.choose(
      onScreen(question),
      choices.map(({ value, name, hint, ...choice }) => ({
        ...choice,
        value,
        name: onScreen(name),
        ...(hint && { hint: onScreen(hint) }),
      })),
    ),
  out: (text, isComparison) =>
    terminal.out(
      isScreen ? onScreen(typeof text === 'string' ? text : new TextDecoder().decode(text)) : text,
      isComparison,
    ),
  say: (text) => terminal.say(onScreen(text)),
})
