#!/usr/bin/env python3
"""race.py PROGRAM [ROUNDS]: eight processes answer different prompts of one file at once, 20 rounds.
Then: all eight answer the SAME prompt (last one wins? is anything said lost without a word?).
Last line: figure. Exit 0 if all answers are there and nobody failed."""
import os, re, shutil, subprocess, sys, tempfile, time
try: import yaml
except ImportError: print('needs PyYAML (python3-yaml)'); sys.exit(77)
prog = os.path.abspath(sys.argv[1]); ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
if os.path.isdir(prog): prog = os.path.join(prog, 'bin/hjp.js')
HJP = ['node', prog] if prog.endswith('.js') else [prog]
W = tempfile.mkdtemp(prefix='race-'); F = W + '/partnership.yaml'
ENV = {**os.environ, 'NO_COLOR': '1'}
def start(*a): return subprocess.Popen(HJP + list(a), cwd=W, env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
def run(*a):
    p = start(*a); o, e = p.communicate(); return p.returncode, o, e
assert run('init', '--name', 'X', '--partner', 'legal=L', '--partner', 'health=H')[0] == 0
P = [a['prompt'] for a in yaml.load(open(F), yaml.BaseLoader)['answers'] if len(a['perspectives']) == 2]
want = {}; lost = failed = 0; worst = 0; msgs = set()
for r in range(ROUNDS):
    t = time.time(); procs = []
    for k in range(8):
        p = P[(r * 8 + k) % len(P)]; who = ['legal', 'health'][((r * 8 + k) // len(P)) % 2]
        w = f'Round {r} voice {k}.'; want[p, who] = w
        procs.append(start('answer', p, '--as', who, w))
    for q in procs:
        o, e = q.communicate()
        if q.returncode: failed += 1; msgs.add(e.strip()[:160])
    worst = max(worst, time.time() - t)
d = yaml.load(open(F), yaml.BaseLoader)
have = {(a['prompt'], v['partner']): v.get('said') for a in d['answers'] for v in a['perspectives']}
lost = sum(have.get(k) != v for k, v in want.items())
# rows: eight add an action each at once
procs = [start('add', 'action', f'what=Task {k} at once', 'owner=health') for k in range(8)]; rowfail = 0
for q in procs: rowfail += q.wait() != 0; 
rows = [a['what'] for a in yaml.load(open(F), yaml.BaseLoader)['actions']]
ids = [a['id'] for a in yaml.load(open(F), yaml.BaseLoader)['actions']]
rowlost = sum(f'Task {k} at once' not in rows for k in range(8)); iddup = len(ids) - len(set(ids))
# same prompt, same voice, different words, at once
procs = [start('answer', P[-1], '--as', 'legal', f'Version {k} of the same answer.') for k in range(8)]
res = []
for q in procs: o, e = q.communicate(); res.append((q.returncode, (o + e).strip()))
text = open(F).read(); survive = sum(f'Version {k} of the same answer.' in text for k in range(8))
ok = sum(c == 0 for c, _ in res); warned = sum('instead of' in m.lower() or 'stood' in m.lower() or 'was:' in m.lower() or 'before' in m.lower() for _, m in res)
print('same prompt at once: exit0', ok, 'of 8, surviving versions', survive, ', told that other words went:', warned)
for c, m in res[:3]: print('   ', c, m)
for m in msgs: print('  message:', m)
left = [x for x in os.listdir(W) if x not in ('partnership.yaml', '.gitattributes')]
shutil.rmtree(W)
print(f'race: rounds={ROUNDS} answers={ROUNDS*8} failed={failed} lost={lost} rows-lost={rowlost} rows-failed={rowfail} ids-doubled={iddup} worst-round={worst:.1f}s stray={left} same-prompt-exit0={ok}-kept={survive}-told={warned}')
sys.exit(1 if failed or lost or rowlost or iddup or left or ok > survive + warned else 0)
