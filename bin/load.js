const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { basename, dirname, join } = require('node:path')
const { Script } = require('node:vm')

const DIST = join(__dirname, '..', 'dist')
/** What V8 made of the program's files when it was built. Another Node could not use it. */
const CACHE = join(DIST, 'cache', `${process.version}-${process.platform}-${process.arch}`)

/** What loads a file of the program by its path. A later Node than it was built by keeps a cache of its own. */
function loaderHere() {
  if (existsSync(CACHE)) return loader()
  enableCompileCache?.(join(DIST, 'cache'))
  return require
}

/**
 * A `require` for the program's files, by their paths. V8 compiles anew what its cache lacks or what does not fit. `seen` is
 * told of each file once it is compiled.
 */
function loader(seen = () => {}) {
  const modules = new Map()
  return function load(path) {
    const known = modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    const code = `(function(exports,require,module,__filename,__dirname){${readFileSync(path, 'utf8')}\n})`
    const script = new Script(code, { filename: path, cachedData: cached(path) })
    seen(path, script)
    const folder = dirname(path)
    const needed = (id) =>
      id.startsWith('.') ? load(join(folder, id)) : LATER.has(id) ? later(id) : require(id)
    script.runInThisContext()(module.exports, needed, module, path, folder)
    return module.exports
  }
}

/** What Node brings, takes long to load, and many files name of which few are used. */
const LATER = new Set(['node:crypto'])
const later = (id) => new Proxy({}, { get: (_, name) => require(id)[name] })

/** Bytes at the start of what is kept, for the name of the file it is of: V8 itself tells files apart by their length alone. */
const NAME = 64
const keptOf = (path) => join(CACHE, basename(path))
const nameOf = (path) => Buffer.from(basename(path).slice(-NAME).padEnd(NAME))

function cached(path) {
  try {
    const kept = readFileSync(keptOf(path))
    return nameOf(path).equals(kept.subarray(0, NAME)) ? kept.subarray(NAME) : undefined
  } catch {
    return undefined
  }
}

/** Keeps what V8 made of a file. */
const keep = (path, script) =>
  writeFileSync(keptOf(path), Buffer.concat([nameOf(path), script.createCachedData()]))

module.exports = { loaderHere, loader, keep, CACHE, DIST }
