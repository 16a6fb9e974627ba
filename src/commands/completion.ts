import { commandOf } from './shared/command.ts'
import { asOneOf } from './shared/options.ts'

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

export const command = commandOf({
  args: '<shell>',
  examples: ['hjp completion bash', 'hjp completion fish > ~/.config/fish/completions/hjp.fish'],
  note: `The Tab key then completes commands, options, questions, partners, rows and kinds of document. Put one line at the end of your shell's settings, and open a new terminal:

    bash, in ~/.bashrc:    eval "$(hjp completion bash)"
    zsh, in ~/.zshrc:      autoload -U compinit; compinit; eval "$(hjp completion zsh)"
    fish, in config.fish:  hjp completion fish | source
    PowerShell, $PROFILE:  hjp completion powershell | Out-String | Invoke-Expression

bash also needs the package bash-completion. The script for PowerShell has been read through, but not tried there.`,
  async run(world, _, name) {
    const shell = asOneOf('<shell>', name!, SHELLS)
    const { script } = await import('@bomb.sh/tab')
    const text = world.printed(() => script(shell, 'hjp', 'hjp'))
    world.terminal.out(MENDED[shell]?.(text) ?? text)
    return 0
  },
})

const MENDED: { [shell: string]: (script: string) => string } = {
  /** What is typed is quoted before it is run, the script can be read twice, and where hjp has nothing, bash offers files. */
  bash: (script) =>
    script
      .replace(/^readonly /gm, '')
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's own
      .replace('${words[@]:1}', '$(printf "%q " "${words[@]:1}")')
      .replace('complete -F', 'complete -o default -F'),
  /** To PowerShell, curly quotes end a text as straight ones do, and what follows would be run. */
  powershell: (script) =>
    script.replace(`-replace "'", "''"`, () => `-replace "['\\u2018\\u2019\\u201a\\u201b]", '$&$&'`),
}
