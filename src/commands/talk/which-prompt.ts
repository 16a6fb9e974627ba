import { refuseFormer } from '../../core/prompts/called.ts'
import { headingOf, type Prompt } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { promptCalled } from '../shared/called-prompts.ts'
import type { Opened } from '../shared/open.ts'
import { choosePart } from './choices.ts'

/** The prompt that a command was given; without one, the prompt that whoever is there chooses. Throws HjpError needsPrompt, renumbered, severalPrompts or unknownPrompt. */
export async function promptGiven(
  world: World,
  opened: Opened,
  command: string,
  name: string | undefined,
): Promise<Prompt> {
  if (name !== undefined) {
    const prompt = await promptCalled(world, opened, name)
    refuseFormer(command, name, [prompt])
    return prompt
  }
  const { terminal, today } = world
  if (!terminal.interactive) throw new HjpError('needsPrompt', command)
  const fill = inWords(opened.partnership)
  const parts = opened.parts.map(({ id }) => id)
  for (;;) {
    const part = await choosePart(terminal, opened, today, parts)
    const { prompts } = opened.parts.find(({ id }) => id === part)!
    const id = await terminal.choose('Which question?', [
      ...prompts.map((prompt) => ({ value: prompt.id, name: headingOf(prompt), hint: fill(prompt.ask) })),
      { value: '', name: 'One of another part' },
    ])
    const prompt = prompts.find((each) => each.id === id)
    if (prompt) return prompt
  }
}
