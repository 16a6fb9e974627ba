/** Opens a file with the program that this machine has for it. False where none could be started. */
export async function show(path: string): Promise<boolean> {
  const { default: open } = await import('open')
  return open(path).then(
    () => true,
    () => false,
  )
}
