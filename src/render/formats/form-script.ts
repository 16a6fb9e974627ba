/**
 * The script of a form for a browser, in words that browsers of 2012 know. It reaches for nothing outside the page. What it writes is
 * read back by src/intake/slip.ts.
 */

/** The answers as a text. `head` is the line of the copy, `answers` have what they answer, a label, and their words. */
export const SLIP_SCRIPT = String.raw`
function squeezed(words) { return words.replace(/\s+/g, ' ').replace(/^ | $/g, '') }

// 32-bit FNV-1a; the product is done in halves, since old browsers have no Math.imul.
function checkOf(answers) {
  var all = answers.map(function (each) { return each.key + ' ' + squeezed(each.words) }).join('\n')
  var sum = 0x811c9dc5
  for (var n = 0; n < all.length; n++) {
    sum ^= all.charCodeAt(n)
    sum = ((sum & 0xffff) * 0x01000193 + ((((sum >>> 16) * 0x0193) & 0xffff) << 16)) >>> 0
  }
  return answers.length + '-' + sum.toString(16)
}

function plain(label) { return squeezed(label.replace(/[\[\]|]/g, ' ')) }

function slip(title, head, answers) {
  var lines = ['[answers ' + head + ' | ' + plain(title) + ']']
  answers.forEach(function (each) {
    lines.push('', '[' + plain(each.label) + ' | ' + each.key + (each.sent ? ' sent:' + each.sent : '') + (each.asked ? ' asked:' + each.asked : '') + ']')
    each.words.split(/\r\n|\r|\n/).forEach(function (line) { lines.push(('| ' + line).replace(/\s+$/, '')) })
  })
  return lines.concat('', '[end ' + checkOf(answers) + ']', '').join('\n')
}
`

/** What the page does: keeps what is typed, counts, shows one question or all, and hands the answers over. */
export const PAGE_SCRIPT = String.raw`
var form = document.getElementById('form')
var screens = all('.screen')
var places = all('[data-key]')
var store = 'hjp ' + form.getAttribute('data-head')
var at = 0
var kept = true

function all(selector, within) { return [].slice.call((within || document).querySelectorAll(selector)) }
function one(id) { return document.getElementById(id) }
function say(id, words) { if (one(id).textContent !== words) one(id).textContent = words }

function wordsIn(place) {
  var ticked = all('input:checked', place).map(function (box) { return box.value + '.' })
  var typed = all('textarea', place).map(function (field) { return field.value.replace(/^\s+|\s+$/g, '') })
  return ticked.concat(typed).filter(function (words) { return words }).join('\n\n')
}

function answersHere() {
  return places.map(function (place) {
    return {
      key: place.getAttribute('data-key'),
      label: place.getAttribute('data-label'),
      sent: place.getAttribute('data-sent'),
      asked: place.getAttribute('data-asked'),
      words: wordsIn(place)
    }
  }).filter(function (each) { return each.words || each.sent })
}

function keep() {
  var state = places.map(function (place) {
    return [
      all('input', place).map(function (box) { return box.checked ? 1 : 0 }),
      all('textarea', place).map(function (field) { return field.value })
    ]
  })
  try { window.localStorage.setItem(store, JSON.stringify(state)) } catch (error) { kept = false }
}

function restore() {
  try {
    var state = JSON.parse(window.localStorage.getItem(store) || '[]')
    places.forEach(function (place, n) {
      if (!state[n]) return
      all('input', place).forEach(function (box, m) { box.checked = state[n][0][m] === 1 })
      all('textarea', place).forEach(function (field, m) { field.value = state[n][1][m] || '' })
    })
  } catch (error) { kept = false }
}

function forget() {
  if (!window.confirm(one('forget').getAttribute('data-sure'))) return
  try { window.localStorage.removeItem(store) } catch (error) { kept = false }
  form.reset()
  all('textarea').forEach(function (field) { field.style.height = '' })
  show()
  say('done', one('forget').getAttribute('data-said'))
}

// It never shrinks: the page would jump under a finger.
function grow(field) {
  if (field.scrollHeight > field.clientHeight) field.style.height = field.scrollHeight + 4 + 'px'
}

function text() { return slip(document.title, form.getAttribute('data-head'), answersHere()) }

function show() {
  var many = places.filter(function (place) { return wordsIn(place) }).length
  one('bar').value = many
  say('far', many + ' / ' + places.length)
  say('kept', form.getAttribute(kept ? 'data-kept' : 'data-lost'))
  one('answers').textContent = text()
  all('textarea').forEach(grow)
  places.forEach(function (place) {
    all('.open', place).forEach(function (button) { button.hidden = all('input:checked', place).length === 0 })
  })
}

function turn(to, isMoved) {
  at = Math.max(0, Math.min(to, screens.length - 1))
  screens.forEach(function (screen, n) { screen.classList.toggle('here', n === at) })
  all('.group').forEach(function (group) { group.classList.toggle('here', all('.here', group).length > 0) })
  one('back').disabled = at === 0
  one('next').disabled = at === screens.length - 1
  if (isMoved) {
    var heading = all('h1, h2, h3', screens[at])[0]
    heading.tabIndex = -1
    heading.focus()
    window.scrollTo(0, 0)
    all('textarea', screens[at]).forEach(grow)
  }
}

function single(isSingle) {
  document.documentElement.classList.toggle('single', isSingle)
  one('single').setAttribute('aria-pressed', isSingle ? 'true' : 'false')
  // The first screen only says what the form is.
  turn(isSingle && at === 0 ? 1 : at, false)
}

function selected() {
  var range = document.createRange()
  range.selectNodeContents(one('answers'))
  var selection = window.getSelection()
  selection.removeAllRanges()
  selection.addRange(range)
}

function copied() { say('done', one('copy').getAttribute('data-said')) }

function copy() {
  selected()
  if (navigator.clipboard && navigator.clipboard.writeText)
    navigator.clipboard.writeText(text()).then(copied, copyOld)
  else copyOld()
}

function copyOld() {
  var isCopied = false
  try { isCopied = document.execCommand('copy') } catch (error) { isCopied = false }
  if (isCopied) copied()
  else say('done', one('copy').getAttribute('data-by-hand'))
}

function save() {
  var name = one('save').getAttribute('data-name')
  var blob = new Blob([text()], { type: 'text/plain;charset=utf-8' })
  if (navigator.msSaveBlob) navigator.msSaveBlob(blob, name)
  else {
    var link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name
    document.body.appendChild(link)
    link.click()
    document.body.removeChild(link)
  }
  say('done', one('save').getAttribute('data-said'))
}

// Mail programs cut a link that is longer, some without a word.
var LONGEST = 1800

function mail() {
  var button = one('mail')
  var link = 'mailto:' + button.getAttribute('data-to') + '?subject=' + encodeURIComponent(document.title) + '&body='
  var whole = link + encodeURIComponent(text().replace(/\n/g, '\r\n'))
  if (whole.length > LONGEST) say('done', button.getAttribute('data-long'))
  else window.location.href = whole
}

document.documentElement.classList.add('scripted')
restore()
keep()
form.addEventListener('input', function () { keep(); show() })
form.addEventListener('change', function () { keep(); show() })
form.addEventListener('submit', function (event) { event.preventDefault() })
form.addEventListener('click', function (event) {
  var target = event.target
  if (target.className !== 'open') return
  all('input', target.parentNode.parentNode).forEach(function (box) { box.checked = false })
  target.parentNode.parentNode.querySelector('input').focus()
  keep()
  show()
})
one('single').addEventListener('click', function () { single(!document.documentElement.classList.contains('single')) })
one('back').addEventListener('click', function () { turn(at - 1, true) })
one('next').addEventListener('click', function () { turn(at + 1, true) })
one('copy').addEventListener('click', copy)
one('save').addEventListener('click', save)
one('forget').addEventListener('click', forget)
window.addEventListener('resize', function () { all('textarea').forEach(grow) })
if (one('mail')) one('mail').addEventListener('click', mail)
turn(0, false)
show()
// Letters are as wide as they stay once all is there.
window.addEventListener('load', show)
`
