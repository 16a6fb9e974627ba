/** What the build needs to make hjp's prompts and templates ready to run. */
export { precompile } from './render/compile.ts'
export { makeLibrary } from './render/library.ts'
