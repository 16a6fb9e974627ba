#!/usr/bin/env python3
"""editor.py PROGRAM: two ask sessions side by side, and an editor that saves the file in the middle of a save.
Last line: figure. Exit 0 if nothing confirmed is lost and an editor's save in the window is never written over."""
import os, pty, re, select, shutil, subprocess, sys, tempfile, time
try: import yaml
except ImportError: print('needs PyYAML (python3-yaml)'); sys.exit(77)
prog = os.path.abspath(sys.argv[1]); N = int(sys.argv[2]) if len(sys.argv) > 2 else 20
if os.path.isdir(prog): prog = os.path.join(prog, 'bin/hjp.js')
HJP = ['node', prog] if prog.endswith('.js') else [prog]
W = tempfile.mkdtemp(prefix='editor-'); F = W + '/partnership.yaml'; ENV = {**os.environ, 'TERM': 'xterm', 'NO_COLOR': '1'}
def run(*a): return subprocess.run(HJP + list(a), cwd=W, env=ENV, capture_output=True, text=True)
assert run('init', '--name', 'X', '--partner', 'legal=L', '--partner', 'health=H').returncode == 0
class T:
    def __init__(self, *a):
        self.pid, self.fd = pty.fork()
        if self.pid == 0: os.chdir(W); os.execvpe(HJP[0], HJP + list(a), ENV)
        self.out = ''; self.at = 0
    def until(self, pat, t=60):
        e = time.time() + t
        while time.time() < e:
            r, _, _ = select.select([self.fd], [], [], .1)
            if r:
                try: self.out += re.sub(r'\x1b\[[0-9;?]*[A-Za-z]', '', os.read(self.fd, 65536).decode('utf8', 'replace'))
                except OSError: pass
            if re.search(pat, self.out[self.at:]): self.at = len(self.out); time.sleep(.3); return True
        return False
    def key(self, s): os.write(self.fd, s.encode())
    def kill(self):
        try: os.kill(self.pid, 9); os.waitpid(self.pid, 0)
        except Exception: pass
def said(p, who): 
    a = next(a for a in yaml.load(open(F), yaml.BaseLoader)['answers'] if a['prompt'] == p); return next(v for v in a['perspectives'] if v['partner'] == who).get('said')
P = 'getting-to-know/'; ids = [a['prompt'] for a in yaml.load(open(F), yaml.BaseLoader)['answers'] if a['prompt'].startswith(P)]
# 1 different voices through the same part, both typed at once
a, b = T('ask', 'getting-to-know', '--as', 'legal'), T('ask', 'getting-to-know', '--as', 'health')
lost = 0
a.until(r'L:'); b.until(r'H:')
for n in range(4):
    a.key(f'Legal words {n}.'); b.key(f'Health words {n}.'); time.sleep(.3); a.key('\r'); b.key('\r')
    e = time.time() + 40
    while time.time() < e and not (f'Legal words {n}.' in open(F).read() and f'Health words {n}.' in open(F).read()): a.until('~', .1); b.until('~', .1)
    a.at = len(a.out) - 200; b.at = len(b.out) - 200; a.until(r'L: ?$', 20); b.until(r'H: ?$', 20)
a.key('\x03'); b.key('\x03'); a.until('Stopped', 20); b.until('Stopped', 20); a.kill(); b.kill()
text = open(F).read()
for n in range(4): lost += (f'Legal words {n}.' not in text) + (f'Health words {n}.' not in text)
print('two voices: lost', lost)
# 2 the same voice, same prompt: the second is told
a, b = T('ask', '4.1', '--as', 'legal'), T('ask', '4.1', '--as', 'legal'); a.until('L:'); b.until('L:')
a.key('First window.\r'); a.until('saved|open', 30); b.key('Second window.'); time.sleep(.3); b.key('\r'); asked = b.until('In the meantime someone else', 30)
b.kill(); a.kill(); first = 'First window.' in open(F).read()
print('same prompt: second is asked', asked, 'first kept', first)
# 3 an editor saves while hjp holds the file
over = 0; refused = 0; windows = []
for n in range(N):
    base = open(F).read()
    p = subprocess.Popen(HJP + ['answer', '5.1', '--as', 'legal', f'Answer {n}.'], cwd=W, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while p.poll() is None and not os.path.exists(F + '.lock'): time.sleep(.0005)
    t = time.time(); time.sleep(.002 * (n % 10))
    held = os.path.exists(F + '.lock')
    mark = f'# By hand {n}\n'
    open(F + '~new', 'w').write(base + mark); os.rename(F + '~new', F)
    while os.path.exists(F + '.lock'): time.sleep(.0005)
    windows.append(time.time() - t); p.wait(); now = open(F).read()
    if held and mark not in now: over += 1
    if p.returncode: refused += 1
windows.sort(); print(f'editor in the window: {N} tries, over-written {over}, refused {refused}, lock held median {windows[len(windows)//2]*1000:.0f} ms')
shutil.rmtree(W)
print(f'editor: two-voices-lost={lost} same-prompt-asked={asked} first-kept={first} editor-saves={N} editor-overwritten={over} window-ms={windows[len(windows)//2]*1000:.0f}')
sys.exit(1 if lost or over or not (asked and first) else 0)
