/** What the build needs to make hjp's prompts and templates ready to run. */

export { makeLibrary } from './render/templates/library.ts'
export { precompile } from './render/templates/strict.ts'
