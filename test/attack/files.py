#!/usr/bin/env python3
"""files.py PROGRAM: folders from strangers. Each is refused or harmless, within 2 s of work and 300 MB, writes nothing outside the folder and sends nothing but text to the terminal."""
import io, os, pty, re, resource, select, shutil, sys, tempfile, zipfile
if sys.platform == 'win32': print('needs a Unix'); sys.exit(77)
P = os.path.abspath(sys.argv[1]); W = os.path.realpath(tempfile.mkdtemp(prefix='files-')); D = W + '/a/b/folder'
SECONDS, MEGABYTES = 2, 300
ENV = {**os.environ, 'TERM': 'xterm-256color', 'NO_COLOR': '1', 'HOME': W + '/home', 'GIT_CONFIG_GLOBAL': '/dev/null'}
# Beside text, and the ends of lines, only what asks for questions would send, which none of these does.
STEERS = re.compile('[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e01ef]')

def run(args, on_screen=True):
    """Code, what came out, seconds of work and megabytes."""
    reader, writer = pty.openpty() if on_screen else os.pipe()
    pid = os.fork()
    if pid == 0:
        null = os.open('/dev/null', os.O_RDONLY); os.dup2(null, 0); os.dup2(writer, 1); os.dup2(writer, 2); os.chdir(D)
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30)); os.execvpe('node', ['node', P, *args], ENV)
    os.close(writer); out = b''
    while True:
        try: piece = os.read(reader, 65536)
        except OSError: break
        if not piece: break
        out += piece
    os.close(reader); _, status, use = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), out.decode('utf8', 'replace').replace('\r\n', '\n'), use.ru_utime + use.ru_stime, use.ru_maxrss / 1024

def outside():
    return sorted(os.path.join(at, name) for at, folders, files in os.walk(W) if not at.startswith(D) for name in folders + files)

EXAMPLE = open(os.path.join(os.path.dirname(P), '../examples/riverbend/partnership.yaml')).read()
HEAD = 'version: 1\nname: X\npartners:\n  - {id: legal, name: L, sector: legal}\n  - {id: health, name: H, sector: health}\n'
many = lambda n, row: ''.join(row.replace('#', str(i)) for i in range(n))
said = lambda words: HEAD + 'answers:\n  - prompt: what-we-do/training\n    agreed:\n      text: |-\n        ' + words + '\n      on: 2026-01-01\n'
ESC = '\\e[31m\\e]0;x\\a\\x9b2J\\u202e\\u2066\\u200b\\r\\b'
USUAL = (['status'], ['check'], ['prompts'], ['mou', '--format', 'md'])
FILES = {
    'comments': (HEAD + '# x\n' * 400_000, USUAL),
    'a file of 8 MB': (HEAD + '# x\n' * 2_000_000, USUAL),
    'words without end': (said('word ' * 300_000), USUAL),
    'a word without end': (said('x' * 1_500_000), (['status'], ['mou', '--format', 'md'])),
    'lines without end': (said('word\n\n        ' * 100_000), USUAL),
    'ten thousand rows': (HEAD + 'actions:\n' + many(10_000, '  - { id: a-#, what: Do it, owner: legal, due: 2026-12-01 }\n'), USUAL),
    'keys without end': (HEAD + many(150_000, 'k#: 1\n'), USUAL),
    'the same key without end': (HEAD + 'name: x\n' * 200_000, USUAL),
    'brackets without end': (HEAD + 'x: ' + '[' * 500_000, USUAL),
    'brackets within brackets': (HEAD + 'x: ' + '[' * 50_000 + ']' * 50_000, USUAL),
    'mappings within mappings': (HEAD + ''.join(' ' * n + 'a:\n' for n in range(1500)), USUAL),
    'lists within lists': (HEAD + 'actions:\n' + '- ' * 100_000, USUAL),
    'aliases of aliases': ('a: &a [x,x,x,x,x,x,x,x,x]\n' + ''.join(f'{chr(98 + i)}: &{chr(98 + i)} [{",".join(["*" + chr(97 + i)] * 9)}]\n' for i in range(9)) + HEAD, USUAL),
    'anchors without end': (HEAD + many(90_000, 'x#: &a# 1\n'), USUAL),
    'merged keys without end': ('a: &a {x: 1}\n' + HEAD + 'b: {<<: [' + ','.join(['*a'] * 100_000) + ']}\n', USUAL),
    'colons without end': (HEAD + 'a: b: c: ' * 200_000, USUAL),
    'tabs without end': (HEAD + '\t' * 1_000_000, USUAL),
    'a quote that never ends': (HEAD + 'x: "' + '\\"' * 900_000, USUAL),
    'outcomes that all lead to one another': (HEAD + 'outcomes:\n' + ''.join(f'  - {{ id: o-{n}, for: clients, term: short, text: Heard {n}, from: [{", ".join(f"o-{m}" for m in range(0, n, 3))}] }}\n' for n in range(300)), (['logic', '--format', 'svg'], ['logic', '--format', 'docx'])),
    'stakeholders without end': (HEAD + 'stakeholders:\n' + many(10_000, '  - { id: s-#, name: Sam #, role: R, power: high, stake: low }\n'), (['map', '--format', 'svg', '--out', 'm.svg'],)),
    'indicators without end': (HEAD + 'indicators:\n' + many(2000, '  - { id: i-#, measure: People #, method: count, readings: [{ on: 2026-01-01, value: "1" }] }\n'), (['report', '--format', 'docx'], ['page', '--format', 'html'])),
    'the prototype': (HEAD + '__proto__: { a: 1 }\nconstructor: { prototype: { a: 1 } }\n', USUAL),
    'bytes that steer, as a key': (HEAD + f'"zq{ESC}": 1\n', USUAL),
    'bytes that steer, in a name': (HEAD.replace('name: L', f'name: "zq{ESC}"'), USUAL),
    'bytes that steer, in what was said': (HEAD + f'answers:\n  - prompt: what-we-do/training\n    perspectives:\n      - {{ partner: legal, said: "zq{ESC}", on: 2026-01-01 }}\n', (*USUAL, ['agenda'], ['handover', '--format', 'md', '--out', '-'])),
    'bytes that steer, as they are': (HEAD + 'x: zq\x1b[31m\x9b2J\u202e\n', USUAL),
}
kind = lambda body, to='documents/own', formats='md': f'---\ntitle: "zq{ESC}"\nsummary: "zq{ESC}"\ngroup: keep\nformats: [{formats}]\nto: {to}\naudience: keeper\n---\n{body}\n'
loops = lambda n, inside: '{{#each @root.prompts}}' * n + inside + '{{/each}}' * n
BODIES = {
    'a blank of what is no text': '{{{blank this}}}', 'less than no room': '{{{space -5}}}', 'endless room': '{{{space 99999999}}}', 'nested quotes': '> ' * 5000 + 'x', 'nested lists': '- ' * 5000 + 'x',
    'nested blocks': '{{#if name}}' * 20_000 + '{{/if}}' * 20_000, 'fewer nested blocks': '{{#if name}}' * 240 + '{{/if}}' * 240, 'four loops': loops(4, ''), 'nine loops': loops(9, 'x'), 'loops that say much': loops(3, 'x' * 5000),
    'itself': '{{> own}}', 'itself twice': '{{> own}}{{> own}}', 'what everything has': '{{constructor}}', 'the prototype': '{{__proto__}}', 'a lookup of it': '{{lookup this "constructor"}}', 'a partial outside': '{{> ../../../../etc/passwd}}',
    'emphasis without end': '_a_' * 60_000, 'bytes that steer': '{{zq\x1b[31m\x9b2J}}', 'bytes that steer, as words': 'zq\x1b[31m\x9b2J\u202e {{name}}', 'a form of rows': '{{{form "x" partners}}}', 'a picture of a row': '{{#each partners}}{{{picture this "a" "b"}}}{{/each}}',
}
PLACES = ['../../../x', '/' + W.strip('/') + '/x', '..\\\\..\\\\x', 'documents/../../../x', '~/x', 'C:/x', '.git/x', 'con', '"a\\0b"', 'documents/zq\x1b[31m']
bad = all_runs = 0
def check(what, args, code_is=None, on_screen=True):
    global bad, all_runs
    before = outside(); code, out, seconds, megabytes = run(args, on_screen); all_runs += 1; wrong = []
    if code not in (0, 1, 2): wrong.append(f'ended with {code}')
    if code_is is not None and code != code_is: wrong.append(f'ended with {code}, not {code_is}')
    if seconds > SECONDS: wrong.append(f'{seconds:.1f} s')
    if megabytes > MEGABYTES: wrong.append(f'{megabytes:.0f} MB')
    if outside() != before: wrong.append('wrote outside')
    if re.search(r'\n    at |TypeError|RangeError', out): wrong.append('a stack trace')
    if on_screen and (found := STEERS.search(out)): wrong.append(f'{found.group()!r} on the screen')
    if wrong: bad += 1; print('BAD', what, args, '; '.join(wrong), '|', out.strip()[:200])
def folder(files):
    shutil.rmtree(D, ignore_errors=True); os.makedirs(D)
    for name, text in files.items():
        os.makedirs(os.path.dirname(f'{D}/{name}'), exist_ok=True)
        open(f'{D}/{name}', 'wb').write(text if isinstance(text, bytes) else text.encode('utf8', 'surrogateescape'))

for what, (text, commands) in FILES.items():
    folder({'partnership.yaml': text})
    for args in commands: check(what, args)
for what, body in BODIES.items():
    folder({'partnership.yaml': EXAMPLE, 'templates/own.hbs': kind(body)})
    check(what, ['own']); check(what, ['--help'])
for to in PLACES:
    folder({'partnership.yaml': EXAMPLE, 'templates/own.hbs': kind('x', to, 'docx')}); check('to: ' + to, ['own'], 2)
for name in ('templates', 'prompts', 'documents'):
    os.makedirs(W + '/outside', exist_ok=True); open(W + '/outside/own.hbs', 'w').write(kind('secret')); folder({'partnership.yaml': EXAMPLE}); os.symlink('../../../outside', f'{D}/{name}')
    check(f'{name} leads outside', ['mou'], 2)
for text in (f'number: 50\nid: "zq{ESC}"\n', 'number: 50\n' * 50_000, '[' * 200_000, f'number: 50\nid: own\ntitle: "zq{ESC}"\npurpose: "zq{ESC}"\nsource: {{ title: "zq{ESC}" }}\nrelation: "zq{ESC}"\nprompts: [{{ id: first, topic: "zq{ESC}", ask: "zq{ESC}" }}]\n'):
    folder({'partnership.yaml': EXAMPLE, 'prompts/50-own.yaml': text}); check('own prompts', ['prompts', 'own']); check('own prompts', ['status']); check('own prompts', ['agenda'])
# A letterhead with what fetches or runs in its header.
folder({'partnership.yaml': EXAMPLE}); run(['mou', '--format', 'docx', '--out', 'base.docx']); base = open(D + '/base.docx', 'rb').read()
def letterhead(put):
    old, new = zipfile.ZipFile(io.BytesIO(base)), io.BytesIO()
    with zipfile.ZipFile(new, 'w') as z:
        for name in old.namelist(): z.writestr(name, old.read(name).decode().replace('</w:hdr>', f'<w:p>{put}</w:p></w:hdr>') if name.startswith('word/header') else old.read(name))
    return new.getvalue()
for put in ('<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://evil.example/i.png&quot; \\d "/>', '<w:fldSimple w:instr="DDEAUTO c:\\x"/>', '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LI</w:instrText></w:r><w:r><w:instrText>NK x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:r><w:object/></w:r>', '<w:p>' * 5000):
    folder({'partnership.yaml': EXAMPLE, 'templates/letterhead.docx': letterhead(put)}); check('letterhead ' + put[:60], ['mou', '--format', 'docx', '--out', 'w.docx'], 2)
# What is imported.
for name, text in {'zq.txt': b'5.1 zq\x1b[31m\x1b]0;x\x07\xc2\x9b2J', 'zq\x1b[31m.txt': b'5.1 x', 'zq.eml': b'From: zq\x1b[31m <a@b.example>\r\nSubject: =?utf-8?Q?zq=1B[31m?=\r\n\r\n5.1 zq\x1b]0;x\x07', 'zq.yaml': b'"zq\\e[31m": "\\e]0;x\\a"\n', 'long.txt': b'5.1 x\n' * 500_000, 'bomb.docx': b'PK' * 100_000}.items():
    folder({'partnership.yaml': EXAMPLE, name: text}); check('import ' + repr(name), ['import', name, '--as', 'legal']); check('answers ' + repr(name), ['ask', '--answers', name])
shutil.rmtree(W); print(f'files: runs={all_runs} broken={bad}'); sys.exit(1 if bad else 0)
